export const home = 'landscape.show';

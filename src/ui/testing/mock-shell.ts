/** The frame around examples, as a page of the application would have it. */
export const mock = {
  lang: 'nl',
  assets: { stylesheet: '/ui.css', favicon: '/favicon.svg', script: '/ui.js' },
  product: { name: 'Regiekompas', href: '/' },
  organisation: 'Gemeente Waterlinde',
  texts: { skip: 'Naar de inhoud', menu: 'Menu', navigation: 'Hoofdmenu', languages: 'Taal' },
  navigation: [
    { href: '/', text: 'Kompas', current: true }, { href: '/gesprek', text: 'Gesprek' }, { href: '/diensten', text: 'Diensten', group: 'Landschap' }, { href: '/systemen', text: 'Systemen', group: 'Landschap' },
    { href: '/gegevens', text: 'Gegevens', group: 'Landschap' }, { href: '/leveranciers', text: 'Leveranciers', group: 'Landschap' }, { href: '/beleid', text: 'Beleid', group: 'Beleid' }, { href: '/simulatie', text: 'Wat als', group: 'Beleid' }, { href: '/bibliotheek', text: 'Bibliotheek', group: 'Meer' }, { href: '/leden', text: 'Leden', group: 'Meer' },
  ],
  languages: [{ href: '?lang=nl', lang: 'nl', text: 'Nederlands', current: true }, { href: '?lang=en', lang: 'en', text: 'English' }],
} as const;

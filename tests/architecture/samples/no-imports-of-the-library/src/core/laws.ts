import laws from '../../library/laws/gdpr.yaml';
export const gdpr = laws;

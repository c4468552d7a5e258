/** The frame around examples, as a page of the application would have it. */
export const mock = {
  lang: 'nl',
  assets: { stylesheet: '/ui.css', favicon: '/favicon.svg', script: '/ui.js' },
  product: { name: 'Regiekompas', href: '/' },
  organisation: 'Gemeente Waterlinde',
  texts: { skip: 'Naar de inhoud', menu: 'Menu', navigation: 'Hoofdmenu', more: 'Meer', languages: 'Taal' },
  navigation: [
    { href: '/', text: 'Kompas', current: true }, { href: '/gesprek', text: 'Gesprek' }, { href: '/diensten', text: 'Diensten' }, { href: '/systemen', text: 'Systemen' },
    { href: '/gegevens', text: 'Gegevens' }, { href: '/leveranciers', text: 'Leveranciers' }, { href: '/contracten', text: 'Contracten' }, { href: '/beleid', text: 'Beleid' }, { href: '/simulatie', text: 'Wat als' }, { href: '/bibliotheek', text: 'Bibliotheek', aside: true }, { href: '/leden', text: 'Leden', aside: true },
  ],
  languages: [{ href: '?lang=nl', lang: 'nl', text: 'Nederlands', current: true }, { href: '?lang=en', lang: 'en', text: 'English' }],
} as const;

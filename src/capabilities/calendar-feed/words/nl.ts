export const nl = {
  title: 'Mijn agenda',
  lead: 'Zet de dagen die tellen in uw eigen agenda: het einde van contracten, de laatste dag om op te zeggen, bewijs dat verloopt, hersteltests die weer nodig zijn, en wat u zelf hebt afgesproken. U ziet alleen wat u ook hier mag zien.',
  none: 'U hebt nog geen adres voor uw agenda.', since: (day: string) => `U hebt een adres sinds ${day}. Het werkt zolang u lid bent van deze organisatie.`,
  make: 'Maak een adres', replace: 'Maak een ander adres', replaceLead: 'Het adres dat u nu hebt, werkt dan niet meer.', revoke: 'Trek het adres in', revoked: 'Het adres werkt niet meer.',
  made: 'Uw agenda-adres', once: 'U ziet dit adres maar één keer', how: 'Kies in uw agenda voor “abonneren op een agenda” of “agenda via internet”, en plak dit adres. Geef het aan niemand anders: wie het heeft, ziet dezelfde dagen.', back: 'Naar mijn agenda',
  feed: (organisation: string) => `Regiekompas: ${organisation}`,
  days: {
    end: (name: string) => `Contract met ${name} loopt af`, notice: (name: string) => `Laatste dag om het contract met ${name} op te zeggen`, evidence: (name: string) => `Bewijs verloopt: ${name}`, restore: (name: string) => `Tijd voor een hersteltest: ${name}`,
    why: {
      end: 'Na deze dag geldt het contract niet meer.', notice: 'Na deze dag kan het contract niet meer op tijd worden opgezegd.',
      evidence: 'Na deze dag telt dit bewijs niet meer mee.', restore: 'De vorige hersteltest is een jaar geleden.',
    },
  },
};

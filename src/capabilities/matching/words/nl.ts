export const nl = {
  title: 'Mensen aan elkaar koppelen',
  summary: 'vind de beste koppels, met een bewijs dat het niet beter kan',
  document: 'Wie bij wie past',
  documentHint: 'Een bestand matching/1 in YAML of JSON: paren met hoe goed zij passen, en hoeveel koppels iemand aankan. Het wordt niet bewaard.',
  columns: { a: 'wie', b: 'met wie', score: 'hoe goed dit past' },
  two: (people: number, lowest: string, others: number, total: string) => `${people} mensen hebben iemand; het beste koppel van wie het minst goed uitkomt is ${lowest}; ${others} mensen geven; samen ${total}.`,
  one: (pairs: number, lowest: string, total: string) => `${pairs} koppels; het minst goede is ${lowest}; samen ${total}.`,
  nobody: 'Niemand kan gekoppeld worden.',
  unmatched: (who: string) => `Zonder koppel: ${who}.`,
  faults: {
    'unknown-id': (id: string, near: string) => `“${id}” staat niet bij de mensen.${near ? ` Bedoelt u “${near}”?` : ' Voeg die toe, of haal dit weg.'}`,
    'circular-line': (id: string) => `“${id}” is via leidinggevenden de eigen leidinggevende. Kijk na wie aan wie leiding geeft.`,
    'no-side': 'Zeg of deze persoon zoekt (seeks) of aanbiedt (offers). In één ronde is iemand een van beide.',
  },
  tooMany: 'Dit zijn te veel paren: hoogstens 600.000 tussen twee groepen, of 30.000 binnen één groep; en hoogstens 2.000 mensen. Laat van ieder de paren weg die het minst passen, of verdeel de mensen.',
  proven: 'Bewezen: beter kan niet.',
};

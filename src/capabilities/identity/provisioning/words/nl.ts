export const nl = {
  users: { list: 'Mensen in de gebruikerslijst', show: 'Iemand in de gebruikerslijst', add: 'Iemand in de gebruikerslijst zetten', save: 'Iemand in de gebruikerslijst wijzigen', remove: 'Iemand uit de gebruikerslijst halen' },
  groups: { list: 'Groepen in de gebruikerslijst', show: 'Een groep in de gebruikerslijst', add: 'Een groep in de gebruikerslijst zetten', save: 'Een groep in de gebruikerslijst wijzigen', remove: 'Een groep uit de gebruikerslijst halen' },
  lastAdministrator: 'Dit is de laatste beheerder van de organisatie. Maak eerst iemand anders beheerder, en probeer het dan opnieuw.',
  userNameTaken: 'Er is al iemand met deze gebruikersnaam. Zoek die op (userName eq) en wijzig die.',
  externalIdTaken: 'Dit externalId is al van een ander. Geef een ander, of wijzig wie het nu heeft.',
  groupTaken: 'Er is al een groep met deze naam. Zoek die op (displayName eq) en wijzig die.',
  unknownMember: (id: string) => `Hier is niemand met id ${id}. Maak deze persoon eerst aan.`,
};

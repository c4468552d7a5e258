/** How sure a provider says it is (`acr`). The three of eIDAS have an order; of any other it is known only whether it is the same. */
const eidas = ['low', 'substantial', 'high'].map((level) => `http://eidas.europa.eu/LoA/${level}`);

export function reaches(given: string | null, asked: string | null): boolean {
  if (asked === null || given === asked) return true;
  return given !== null && eidas.includes(asked) && eidas.indexOf(given) > eidas.indexOf(asked);
}

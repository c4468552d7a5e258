/** A browser by a name its owner recognises in a list, and no more of what it says about itself than that. */
const browsers = [['Edg/', 'Edge'], ['Firefox/', 'Firefox'], ['Chrome/', 'Chrome'], ['Safari/', 'Safari']] as const;
const systems = [['Android', 'Android'], ['iPhone', 'iPhone'], ['iPad', 'iPad'], ['Windows', 'Windows'], ['Mac OS', 'macOS'], ['Linux', 'Linux']] as const;

const first = (names: readonly (readonly [string, string])[], agent: string): string | undefined => names.find(([mark]) => agent.includes(mark))?.[1];

/** `Firefox, Windows`; empty when it does not say. */
export const browserName = (userAgent: string): string => [first(browsers, userAgent), first(systems, userAgent)].filter((name) => name !== undefined).join(', ');

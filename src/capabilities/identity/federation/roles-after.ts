/** What somebody holds once their groups have changed. Roles that were given by hand stay; what a group gave goes with the group. */
export function rolesAfter(held: readonly string[], givenBefore: readonly string[], givenNow: readonly string[]): string[] {
  const byHand = held.filter((role) => !givenBefore.includes(role));
  return [...new Set([...byHand, ...givenNow])].toSorted();
}

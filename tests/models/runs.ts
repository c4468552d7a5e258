/** How many random cases a property tries: few by default, thousands with REGIE_RUNS=5000. */
export const runs = (usual: number): number => Number(process.env.REGIE_RUNS ?? usual);

/** An exact number of cases. JSON numbers are exact up to 2^53 − 1; beyond that the decimal digits as text. */
export type Count = number | string;

export const countValue = (count: bigint): Count => (count <= BigInt(Number.MAX_SAFE_INTEGER) ? Number(count) : count.toString());

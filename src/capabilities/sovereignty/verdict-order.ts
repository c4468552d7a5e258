import type { CompiledPolicy } from '../../core/policy/compile.ts';
import { gap, undetermined } from '../../core/policy/policy.ts';

/** As a system's verdict is the worst of its datasets': the worst outcome, what nobody can tell, what no row covers, the rest (engine.md §5). */
export const verdictsWorstFirst = ({ policy: { outcomes } }: CompiledPolicy): readonly string[] => [...outcomes.slice(0, 1), undetermined, gap, ...outcomes.slice(1)];

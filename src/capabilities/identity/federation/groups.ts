/** Which groups of the identity provider bring which roles in this organisation. */
import { z } from 'zod';
import type { Context } from '../../../platform/context.ts';
import { notFound, type Refusal } from '../../../platform/refusal.ts';
import { roleList } from '../fields.ts';
import { followGroup } from '../provisioning/groups.ts';
import { groupsOf, removeGroup, saveGroup } from './store.ts';

const group = z.string().trim().min(1).max(300);
export const groupList = z.strictObject({ provider: z.string().nullable(), groups: z.array(z.strictObject({ group: z.string(), roles: z.array(z.string()) })) });
export const groupInput = z.strictObject({ group, roles: roleList });
export const oneGroupInput = z.strictObject({ group });

export async function listGroups(at: Context): Promise<z.output<typeof groupList>> {
  const groups = await groupsOf(at.db, at.organisation.id);
  return { provider: at.provider?.label ?? null, groups: groups.map(({ roles, ...rest }) => ({ ...rest, roles: [...roles] })) };
}

/** Counts at once for whom a directory put in the group, and for others at their next coming in. */
export async function saveGroupRoles(at: Context, input: z.output<typeof groupInput>): Promise<z.output<typeof groupInput> | Refusal> {
  await saveGroup(at.db, at.organisation.id, input);
  return (await followGroup(at, input.group)) ?? input;
}

export async function removeGroupRoles(at: Context, input: z.output<typeof oneGroupInput>): Promise<z.output<typeof oneGroupInput> | Refusal> {
  if (!(await removeGroup(at.db, at.organisation.id, input.group))) return notFound;
  return (await followGroup(at, input.group)) ?? input;
}

/** The table of contents: providers, contracts, and the organisation itself, to read. Their forms are the landscape's. */
import type { Operation } from '../../platform/operation.ts';
import { listContracts } from './list-contracts.tsx';
import { listProviders } from './list-providers.tsx';
import { showContract } from './show-contract.tsx';
import { showOrganisation } from './show-organisation.tsx';
import { showProvider } from './show-provider.tsx';

export const supplierOperations: readonly Operation[] = [listProviders, showProvider, listContracts, showContract, showOrganisation];

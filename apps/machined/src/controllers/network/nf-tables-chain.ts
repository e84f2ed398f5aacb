import type { NfTables } from '@ichor/linux/nftables';
import { chainHooks, chainPriorities, NfTablesChain, numberOfWord } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import { compileRule } from './nf-tables-rule.ts';

/**
 * Lets the kernel filter packets as the chains say, all of them changing in one step.
 *
 * @param open the filter of this node's network; not called before there is a chain, as a kernel may have none
 */
export function nfTablesChainController(open: () => NfTables): Controller {
	let filter: NfTables | undefined;
	return reconciling({
		name: 'network.NfTablesChainController',
		inputs: [{ ...NfTablesChain.kind, kind: 'weak' }],
		outputs: [],
		async reconcile(context, runtime) {
			const chains = await runtime.list(NfTablesChain.kind);
			if (chains.length === 0 && filter === undefined) return;
			filter ??= open();
			if (chains.length > 0) {
				filter.replaceTable({
					name: tableName,
					chains: chains.map(({ metadata, spec: { type, hook, priority, policy, rules } }) => ({
						name: metadata.id,
						type,
						hook: chainHooks[hook],
						priority: numberOfWord(chainPriorities, priority),
						policy,
						rules: rules.flatMap(compileRule),
					})),
				});
			} else if (filter.tables().includes(tableName)) filter.removeTable(tableName);
			context.log('info', 'nftables chains updated', { chains: chains.map(({ metadata }) => metadata.id).join(', ') });
		},
	});
}

/** Upstream: constants.DefaultNfTablesTableName. */
const tableName = 'talos';

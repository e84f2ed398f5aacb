import { selectsLink } from '@ichor/machinery/cel';
import { documentsOf } from '@ichor/machinery/config';
import { isPhysical, LinkAliasSpec, LinkStatus, type LinkStatusSpec } from '@ichor/machinery/resources';
import { type Controller, reconciling } from '@ichor/runtime';
import type { Context } from '@ichor/std';
import { activeConfig, configInput } from '../../boot/configuration.ts';
import { publish } from '../publish.ts';

/** The names that the configuration gives to hardware, by what it is. */
export const linkAliasConfigController: Controller = reconciling({
	name: 'network.LinkAliasConfigController',
	inputs: [configInput, { ...LinkStatus.kind, kind: 'weak' }],
	outputs: [{ type: LinkAliasSpec.type, kind: 'exclusive' }],
	async reconcile(context, runtime) {
		const config = await activeConfig(runtime);
		const links = (await runtime.list(LinkStatus.kind)).map(({ metadata, spec }) => ({ id: metadata.id, spec }));
		const rules = (config === undefined ? [] : documentsOf(config, 'LinkAliasConfig')).map(({ name = '', value }) => ({
			alias: name,
			selector: value.selector?.match ?? '',
		}));
		runtime.startTrackingOutputs();
		for (const [id, alias] of aliasesOf(context, rules, links)) await publish(runtime, LinkAliasSpec, id, { alias });
		await runtime.cleanupOutputs(LinkAliasSpec.kind);
	},
});

interface AliasRule {
	readonly alias: string;
	readonly selector: string;
}

/**
 * Aliases by the name of their link. Rules are followed in the order of their names; a link has one alias; an alias
 * without a number is for one link, or for none when several are chosen. Numbers go by the hardware's address.
 */
function aliasesOf(
	context: Context,
	rules: readonly AliasRule[],
	links: readonly { readonly id: string; readonly spec: LinkStatusSpec }[],
): ReadonlyMap<string, string> {
	const hardware = links.filter(({ spec }) => isPhysical(spec)).sort((a, b) => (addressOf(a.spec) < addressOf(b.spec) ? -1 : 1));
	const aliases = new Map<string, string>();
	for (const { alias, selector } of [...rules].sort((a, b) => (a.alias < b.alias ? -1 : 1))) {
		const isNumbered = alias.includes('%d');
		const chosen = hardware.filter(({ spec }) => selectsLink(selector, spec)).map(({ id }) => id);
		if (chosen.length > 1 && !isNumbered) {
			context.log('warn', 'link selector matched multiple links, skipping', { alias, links: chosen.join(', ') });
			continue;
		}
		const free = chosen.filter((id) => !aliases.has(id));
		for (const [number, id] of free.entries()) aliases.set(id, alias.replace('%d', String(number)));
	}
	return aliases;
}

function addressOf({ permanentAddr, hardwareAddr }: LinkStatusSpec): string {
	return permanentAddr === '' ? hardwareAddr : permanentAddr;
}

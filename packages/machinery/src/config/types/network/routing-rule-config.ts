import type { DocumentKind, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { type RoutingRuleConfig, routingRuleConfigSchema } from './routing-rule-config.gen.ts';

/** A rule that picks the routing table for some traffic; its name is its priority. */
export const routingRuleConfig: DocumentKind<RoutingRuleConfig> = {
	kind: 'RoutingRuleConfig',
	schema: routingRuleConfigSchema,
	since: 'v1.13',
	named: true,
	controlPlaneOnly: false,
	validate({ name = '', table = 'unspec', action = 'unspec', fwMark = 0, fwMask = 0 }, problems) {
		checkPriority(name, problems);
		if (table === 'unspec' && (action === 'unspec' || action === 'unicast')) {
			problems.error(['table'], 'either table or a non-unicast action must be specified');
		}
		if (fwMask !== 0 && fwMark === 0) problems.error(['fwMask'], 'fwMask requires fwMark to be set');
	},
};

/** The kernel's own rules for the local, main and default tables, and KubeSpan's. */
const reservedPriorities: readonly number[] = [0, 32500, 32766, 32767];

/** The kernel counts priorities in 32 bits. */
const highestPriority = 2 ** 32 - 1;

function checkPriority(name: string, problems: Problems): void {
	if (name === '') problems.error(['name'], 'name must be specified');

	const isNumber = /^[0-9]+$/.test(name);
	const priority = isNumber ? Number(name) : 0;
	if (!isNumber || priority > highestPriority) {
		const reason = isNumber ? 'value out of range' : 'invalid syntax';
		problems.error(
			['name'],
			`invalid name: must be priority parsable unsigned integer: strconv.ParseUint: parsing ${quote(name)}: ${reason}`,
		);
	}
	if (reservedPriorities.includes(priority)) {
		const reserved = reservedPriorities.join(' ');
		problems.error(['name'], `priority must be between 1 and 32765 (excluding reserved priorities [${reserved}])`);
	}
}

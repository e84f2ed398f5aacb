import { linkEnvironment } from '../../../cel/environments.ts';
import { celProblem } from '../../../cel/expression.ts';
import type { DocumentKind, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { type LinkAliasConfig, linkAliasConfigSchema } from './link-alias-config.gen.ts';

/** Another name for a link that is chosen by what it is; with `%d` at its end, numbered names for several links. */
export const linkAliasConfig: DocumentKind<LinkAliasConfig> = {
	kind: 'LinkAliasConfig',
	schema: linkAliasConfigSchema,
	since: 'v1.12',
	named: true,
	controlPlaneOnly: false,
	validate({ name = '', selector }, problems) {
		checkAlias(name, problems);
		const problem = selector?.match ? celProblem(selector.match, linkEnvironment, 'bool') : undefined;
		if (!selector?.match) problems.error(['selector', 'match'], 'link selector is required');
		else if (problem) problems.error(['selector', 'match'], `link selector is invalid: ${problem}`);
	},
};

function checkAlias(name: string, problems: Problems): void {
	if (name === '') problems.error(['name'], 'name must be specified');
	else if (name.includes('%') && !/^[^%]+%d$/s.test(name)) {
		problems.error(['name'], `name ${quote(name)} contains an invalid format verb, use %d suffix`);
	}
}

import type { DocumentKind, Problems } from '../../document.ts';
import { quote } from '../../quote.ts';
import { isNegative } from '../../scalars/duration.ts';
import { parseURL } from '../../scalars/url.ts';
import { checkCommonProbe } from './common-probe.ts';
import { type HTTPProbeConfig, httpProbeConfigSchema } from './http-probe-config.gen.ts';

/** A check of the network: does a URL answer? */
export const httpProbeConfig: DocumentKind<HTTPProbeConfig> = {
	kind: 'HTTPProbeConfig',
	schema: httpProbeConfigSchema,
	since: 'v1.14',
	named: true,
	controlPlaneOnly: false,
	validate(probe, problems) {
		if (!probe.name) problems.error(['name'], 'probe name is required');
		if (probe.url) checkURL(probe.url, problems);
		else problems.error(['url'], 'HTTP probe URL is required');
		if (isNegative(probe.timeout)) problems.error(['timeout'], `HTTP probe timeout cannot be negative: ${probe.timeout}`);
		checkCommonProbe(probe, problems);
	},
};

function checkURL(text: string, problems: Problems): void {
	const url = parseURL(text);
	if (url.scheme !== 'http' && url.scheme !== 'https') {
		problems.error(['url'], `HTTP probe URL scheme must be http or https, got ${quote(url.scheme)}`);
	} else if (url.opaque !== '' || url.hostname === '') {
		problems.error(['url'], 'HTTP probe URL must be an absolute http or https URL with a non-empty host');
	}
}

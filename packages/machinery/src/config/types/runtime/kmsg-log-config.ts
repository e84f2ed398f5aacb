import type { DocumentKind, Problems } from '../../document.ts';
import { parseURL } from '../../scalars/url.ts';
import { type KmsgLogConfig, kmsgLogConfigSchema } from './kmsg-log-config.gen.ts';

/** Where the kernel's log is sent. */
export const kmsgLogConfig: DocumentKind<KmsgLogConfig> = {
	kind: 'KmsgLogConfig',
	schema: kmsgLogConfigSchema,
	since: 'v1.5',
	named: true,
	controlPlaneOnly: false,
	validate({ name, url = '' }, problems) {
		if ((name ?? '') === '') return problems.error(['name'], 'name is required');
		if (url === '') return problems.error(['url'], 'url is required');
		checkDestination(url, problems);
	},
};

function checkDestination(url: string, problems: Problems): void {
	const { scheme, path, port } = parseURL(url);
	if (scheme !== 'tcp' && scheme !== 'udp') problems.error(['url'], 'url scheme must be tcp:// or udp://');
	else if (path !== '' && path !== '/') problems.error(['url'], 'url path must be empty');
	else if (port === '') problems.error(['url'], 'url port is required');
}

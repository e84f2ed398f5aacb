import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { OciError } from './errors.ts';
import type { RegistryCredentials } from './registry-token.ts';

/**
 * Who we are for registries, as `docker login` left it: `$DOCKER_CONFIG/config.json`, else `~/.docker/config.json`. Its
 * credential helpers are programs of others and are not run.
 *
 * @throws OciError `malformed` when the file is no such file; its content is not in the message
 */
export async function dockerCredentials(environment: NodeJS.ProcessEnv): Promise<(registry: string) => RegistryCredentials | undefined> {
	const path = join(environment.DOCKER_CONFIG ?? join(environment.HOME ?? homedir(), '.docker'), 'config.json');
	if (!existsSync(path)) return () => undefined;
	let auths: Readonly<Record<string, { readonly auth?: unknown } | undefined>>;
	try {
		({ auths = {} } = JSON.parse(await readFile(path, 'utf8')) as { auths?: typeof auths });
	} catch (error) {
		throw new OciError('malformed', `${path} is no configuration of Docker`, { cause: error instanceof SyntaxError ? undefined : error });
	}
	return (registry) => credentialsOf(auths[registry === 'docker.io' ? dockerHub : registry]?.auth);
}

/** Under which name Docker keeps the credentials of its own registry. */
const dockerHub = 'https://index.docker.io/v1/';

function credentialsOf(auth: unknown): RegistryCredentials | undefined {
	if (typeof auth !== 'string') return undefined;
	const text = Buffer.from(auth, 'base64').toString('utf8');
	const colon = text.indexOf(':');
	return colon < 0 ? undefined : { username: text.slice(0, colon), password: text.slice(colon + 1) };
}

import { DEFAULT_SCALAR_STYLE_RULES, dump, load, loadAll, SCALAR_STYLE, type ScalarStyleRule, YAML11_SCHEMA } from 'js-yaml';
import { type Fields, isFields } from '../fields.ts';
import { completed, podSpecOf } from './workloads.ts';

/**
 * Manifests with a talosconfig in every pod, and behind each the service account that makes it. A service account that the
 * manifests have already stays the only one.
 *
 * @throws Error for what is no YAML
 */
export function injectServiceAccounts(manifests: string, roles: readonly string[]): string {
	const seen = new Set<string>();
	const printed: string[] = [];
	for (const manifest of loadAll(manifests) as readonly unknown[]) {
		if (!isFields(manifest)) continue;
		const injected = inject(manifest);
		if (injected === undefined) {
			const owner = ownerOf(manifest);
			if (owner !== undefined && seen.has(owner)) continue;
			if (owner !== undefined) seen.add(owner);
			printed.push(plain(manifest));
			continue;
		}
		printed.push(kubernetesStyle(injected));
		const { name = '', namespace = '' } = identityOf(manifest);
		const owner = namespace === '' ? name : `${namespace}/${name}`;
		if (seen.has(owner)) continue;
		seen.add(owner);
		const metadata = { name: `${name}${suffix}`, ...(namespace === '' ? {} : { namespace }) };
		printed.push(plain({ apiVersion: accountVersion, kind: accountKind, metadata, spec: { roles: [...roles] } }));
	}
	return printed.map((text) => `${text}---\n`).join('');
}

/** Undefined for what has no pods, or no name. */
function inject(manifest: Fields): Fields | undefined {
	const { name } = identityOf(manifest);
	const at = podSpecOf(manifest);
	if (at === undefined || name === undefined) return undefined;
	return completed(changed(manifest, at, (spec) => withSecret(spec, `${name}${suffix}`)));
}

function withSecret(spec: Fields, secretName: string): Fields {
	const containers = (list: unknown) =>
		itemsOf(list).map((container) => ({
			...container,
			resources: container['resources'] ?? {},
			volumeMounts: [...itemsOf(container['volumeMounts']).filter(isOther), { name: volume, mountPath: '/var/run/secrets/talos.dev' }],
		}));
	return {
		...spec,
		...(spec['initContainers'] === undefined ? {} : { initContainers: containers(spec['initContainers']) }),
		containers: containers(spec['containers']),
		volumes: [...itemsOf(spec['volumes']).filter(isOther), { name: volume, secret: { secretName } }],
	};
}

function isOther({ name }: Fields): boolean {
	return name !== volume;
}

/** A copy in which what is at the end of a path is another. */
function changed(value: Fields, [key, ...rest]: readonly string[], change: (value: Fields) => Fields): Fields {
	if (key === undefined) return change(value);
	const inner = value[key];
	return { ...value, [key]: changed(isFields(inner) ? inner : {}, rest, change) };
}

function identityOf({ metadata }: Fields): { readonly name?: string; readonly namespace?: string } {
	return isFields(metadata) ? metadata : {};
}

/** What a service account of the Talos API has been made for. */
function ownerOf(manifest: Fields): string | undefined {
	const { name, namespace } = identityOf(manifest);
	if (manifest['apiVersion'] !== accountVersion || manifest['kind'] !== accountKind || name === undefined) return undefined;
	const owner = name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
	return namespace === undefined ? owner : `${namespace}/${owner}`;
}

function itemsOf(list: unknown): readonly Fields[] {
	return Array.isArray(list) ? list.filter(isFields) : [];
}

/** As Kubernetes' own tools print an object. */
function kubernetesStyle(value: Fields): string {
	return dump(value, { indent: 2, seqNoIndent: true, sortKeys: true, lineWidth: -1, scalarStyleRules });
}

/** As Go's YAML library prints a map. */
function plain(value: Fields): string {
	return dump(value, { indent: 4, sortKeys: true, lineWidth: -1, scalarStyleRules });
}

/** As Go's library quotes: doubly what would be a number or a boolean, singly what would be read as something of YAML's own. */
const quoteLikeGo: ScalarStyleRule = (layout) => {
	const { value } = layout.node;
	const isQuoted = layout.style === SCALAR_STYLE.SINGLE_QUOTED || layout.style === SCALAR_STYLE.DOUBLE_QUOTED;
	if (isQuoted) layout.style = isOfAnotherType(value) || !/^[ -~]*$/.test(value) ? SCALAR_STYLE.DOUBLE_QUOTED : SCALAR_STYLE.SINGLE_QUOTED;
};
const scalarStyleRules = [...Object.values(DEFAULT_SCALAR_STYLE_RULES), quoteLikeGo];

function isOfAnotherType(text: string): boolean {
	try {
		return text === '' || typeof load(text, { schema: YAML11_SCHEMA }) !== 'string';
	} catch {
		return false;
	}
}

/** The resource and the volume of upstream. */
const accountVersion = 'talos.dev/v1alpha1';
const accountKind = 'ServiceAccount';
const volume = 'talos-secrets';
const suffix = '-talos-secrets';

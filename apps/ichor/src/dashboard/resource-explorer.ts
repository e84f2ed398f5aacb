import type { Resource, ResourceDefinitionSpec } from '@ichor/api/cosi';
import { ResourceDefinitionSpec_Sensitivity } from '@ichor/api/cosi';
import type { TalosServices } from '@ichor/client/api';
import { plainOfYaml } from '../jsonpath/plain-value.ts';
import { failureText } from '../nodes/failure-text.ts';
import { printable, printableText } from '../output/printable.ts';
import { columnPath, columnText } from '../resource/print-column.ts';
import { resourceKinds } from '../resource/resource-kind.ts';
import { resourceYaml } from '../resource/resource-view.ts';
import { followKind } from './facts/follow-kind.ts';
import { type Explored, type KindRow, nothingExplored, type ResourceRow } from './screen/explorer.ts';

/** What the explorer is to show: the kinds of a node, or the resources of one of them. */
export interface Wanted {
	readonly node: string;
	readonly kind: KindRow | undefined;
}

/** Keeps up with what the resource explorer shows, and with nothing while it is not looked at. */
export class ResourceExplorer {
	explored: Explored = nothingExplored;
	readonly #services: (node: string) => TalosServices;
	readonly #changed: () => void;
	#shown: Wanted | undefined;
	#definitions = new Map<string, ResourceDefinitionSpec>();
	#watch = new AbortController();

	/** @param changed told when there is something else to see */
	constructor(services: (node: string) => TalosServices, changed: () => void) {
		this.#services = services;
		this.#changed = changed;
	}

	/** Follows what is wanted from now on, or nothing. */
	show(wanted: Wanted | undefined): void {
		const before = this.#shown;
		if (before?.node === wanted?.node && before?.kind?.type === wanted?.kind?.type) return;
		this.#watch.abort();
		this.#shown = wanted;
		if (wanted === undefined) return;
		this.#watch = new AbortController();
		const kinds = before?.node === wanted.node ? this.explored.kinds : [];
		this.explored = { ...nothingExplored, kinds };
		void this.#follow(wanted, kinds.length > 0, this.#watch.signal);
	}

	close(): void {
		this.show(undefined);
	}

	async #follow({ node, kind }: Wanted, known: boolean, signal: AbortSignal): Promise<void> {
		const services = this.#services(node);
		try {
			if (!known) await this.#loadKinds(services, signal);
			const definition = this.#definitions.get(kind?.type ?? '');
			if (definition !== undefined) await this.#watchKind(services, node, definition, signal);
		} catch (error) {
			if (signal.aborted) return;
			this.#take({ failure: failureText(error) });
			// looked at again, it is tried again
			this.#shown = undefined;
		}
	}

	async #loadKinds(services: TalosServices, signal: AbortSignal): Promise<void> {
		const kinds = await resourceKinds(services);
		if (signal.aborted) return;
		this.#definitions = new Map(kinds.map(({ definition }) => [definition.resourceType, definition]));
		const rows = kinds.map(({ definition }): KindRow => {
			const { resourceType, defaultNamespace, aliases } = definition;
			return {
				type: printable(resourceType),
				namespace: printable(defaultNamespace),
				aliases: aliases.map(printable),
				sensitive: isSensitive(definition),
			};
		});
		this.#take({ kinds: rows.toSorted((a, b) => (a.type < b.type ? -1 : 1)) });
	}

	async #watchKind(services: TalosServices, node: string, definition: ResourceDefinitionSpec, signal: AbortSignal): Promise<void> {
		const { resourceType: type, defaultNamespace: namespace, printColumns } = definition;
		const paths = printColumns.map(({ name, jsonPath }) => columnPath(name, jsonPath));
		const columns = ['ID', 'VERSION', 'PHASE', 'OWNER', ...printColumns.map(({ name }) => printable(name.toUpperCase()))];
		const read = (resource: Resource): ResourceRow => {
			const { id = '', version = '', phase = '', owner = '' } = resource.metadata ?? {};
			const spec = resource.spec?.yamlSpec ?? '';
			const value = spec === '' ? new Map() : plainOfYaml(spec);
			const own = paths.map((path) => columnText(path, value));
			return { id, cells: [id, version, phase, owner, ...own].map(printable), text: textOf(node, resource, isSensitive(definition)) };
		};
		await followKind(services, { type, namespace, read }, signal, (resources) => {
			const sorted = [...resources.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
			this.#take({ columns, resources: sorted });
		});
		this.#take({ columns, resources: [], failure: 'your role may not read these, or the node does not have them' });
	}

	#take(news: Partial<Explored>): void {
		this.explored = { ...this.explored, failure: '', ...news };
		this.#changed();
	}
}

function isSensitive({ sensitivity }: ResourceDefinitionSpec): boolean {
	return sensitivity === ResourceDefinitionSpec_Sensitivity.SENSITIVE;
}

/** Others may see the screen: of what is sensitive only the metadata is shown there. */
function textOf(node: string, resource: Resource, sensitive: boolean): readonly string[] {
	const { spec: _spec, ...withoutSpec } = resource;
	const shown = printableText(resourceYaml(node, sensitive ? (withoutSpec as Resource) : resource))
		.trimEnd()
		.split('\n');
	const { type = '', id = '' } = resource.metadata ?? {};
	return sensitive ? [...shown, printable(`# its spec is sensitive: \`ichor -n ${node} get ${type} ${id} -o yaml\` prints it`)] : shown;
}

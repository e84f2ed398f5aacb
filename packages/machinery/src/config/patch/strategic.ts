import { checkContainer } from '../container.ts';
import type { ConfigDocument, MachineConfig } from '../document.ts';
import { documentTitle } from '../documents.ts';
import { ConfigError, type ConfigPlace } from '../errors.ts';
import { type MergeReport, mergeStructs } from '../merge.ts';
import { mergeFreeFormMaps } from '../merge-free-form.ts';
import { placeOf } from '../place.ts';
import { attempt, TextRefusal } from '../scalars/refusal.ts';
import type { StructValue } from '../schema/zero.ts';
import { deletePath } from './delete-path.ts';
import type { DeleteSelector } from './delete-selector.ts';
import type { StrategicPatch } from './patch.ts';

/**
 * A configuration with a strategic patch applied: documents of the patch are merged into those of the same identity or
 * appended, what its markers point at is deleted. Adds to `warnings` what nobody may have meant.
 *
 * Throws ConfigError: `patch` for what cannot be merged or deleted, `conflict` for a result whose documents cannot
 * stand together. The rules of validation are not looked at.
 */
export function applyStrategicPatch(config: MachineConfig, patch: StrategicPatch, warnings: string[]): MachineConfig {
	const documents = new Map(config.documents.map((document) => [identityOf(document), document]));
	for (const step of patch.steps) {
		if ('delete' in step) deleteFrom(documents, step.delete, step.place);
		else mergeInto(documents, step.merge, warnings);
	}
	return checkContainer([...documents.values()]);
}

type Documents = Map<string, ConfigDocument>;

function identityOf({ apiVersion, kind, name }: Pick<ConfigDocument, 'apiVersion' | 'kind' | 'name'>): string {
	return [apiVersion, kind, ...(name === undefined ? [] : [name])].join('/');
}

function mergeInto(documents: Documents, patch: ConfigDocument, warnings: string[]): void {
	const identity = identityOf(patch);
	const document = documents.get(identity);
	if (document === undefined) {
		documents.set(identity, patch);
		return;
	}
	const report: MergeReport = (path, message) => warnings.push(`${documentTitle(document)}: ${path.join('.')} ${message}`);
	const value = attempt(() => mergeValues(document, patch, report));
	if (value instanceof TextRefusal) {
		const place = placeOf(patch, [], `this does not merge into ${documentTitle(document)}`);
		throw new ConfigError('patch', value.message, { places: place === undefined ? [] : [place] });
	}
	documents.set(identity, { ...document, value });
}

function mergeValues({ definition, value }: ConfigDocument, patch: ConfigDocument, report: MergeReport): object {
	const [left, right] = [value as StructValue, patch.value as StructValue];
	return definition === undefined ? mergeFreeFormMaps(left, right) : mergeStructs(definition.schema, left, right, report);
}

/** A document that is not there needs no deleting; a field of one that is there must be there too. */
function deleteFrom(documents: Documents, selector: DeleteSelector, place: ConfigPlace): void {
	const identity = identityOf(selector);
	const document = documents.get(identity);
	if (document === undefined) return;
	if (selector.path.length === 0) {
		documents.delete(identity);
		return;
	}
	const value = attempt(() => deletePath(document.definition?.schema, document.value as StructValue, selector));
	if (!(value instanceof TextRefusal)) {
		documents.set(identity, { ...document, value });
		return;
	}
	const path = selector.path.join('.');
	const problem = `failed to delete path '${path}': ${value.message}`;
	throw new ConfigError(
		'patch',
		selector.name === undefined
			? `patch delete: path '${path}' in document '${document.apiVersion}/${document.kind}': ${problem}`
			: `named patch delete: document ${document.apiVersion}/${document.kind}: ${problem}`,
		{ places: [place] },
	);
}

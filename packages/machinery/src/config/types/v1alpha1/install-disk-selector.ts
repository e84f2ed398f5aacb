import type { CelNode } from '../../../cel/ast.ts';
import { printCel } from '../../../cel/print.ts';
import { quote } from '../../quote.ts';
import { parseDiskSizeMatcher } from '../../scalars/disk-size.ts';
import { TextRefusal } from '../../scalars/refusal.ts';
import type { InstallDiskSelector } from './machine-install.gen.ts';

/**
 * The expression over `disk` that says the same as an install disk selector: every condition that is given, and never a disk
 * without transport, a read-only one or a CD drive. Refuses what cannot be asked for.
 */
export function installDiskExpression(selector: InstallDiskSelector): string {
	const { size, uuid, wwid, model, name, serial, modalias, type, busPath } = selector;
	if (name) throw new TextRefusal('selector on name is not supported');
	const conditions = [
		size !== undefined && ofSize(size),
		uuid && matching('uuid', uuid),
		wwid && matching('wwid', wwid),
		model && matching('model', model),
		serial && matching('serial', serial),
		modalias && matching('modalias', modalias),
		compared('_!=_', 'transport', text('')),
		type && ofType(type),
		busPath && matching('bus_path', busPath),
		not('readonly'),
		not('cdrom'),
	].filter((condition) => typeof condition === 'object');
	return printCel(conditions.reduceRight((rest, condition) => call('_&&_', condition, rest)));
}

function ofSize(size: string): CelNode {
	const { operator, bytes } = parseDiskSizeMatcher(size);
	return compared(`_${operator || '=='}_`, 'size', { kind: 'literal', at: 0, constant: { type: 'uint', value: bytes } });
}

function ofType(type: string): CelNode {
	switch (type) {
		case 'nvme':
			return compared('_==_', 'transport', text('nvme'));
		case 'sd':
			return compared('_==_', 'transport', text('mmc'));
		case 'hdd':
			return ofDisk('rotational');
		case 'ssd':
			return not('rotational');
		default:
			throw new TextRefusal(`unsupported disk type ${quote(type)}`);
	}
}

function matching(field: string, pattern: string): CelNode {
	return call('glob', text(pattern), ofDisk(field));
}

function compared(operator: string, field: string, value: CelNode): CelNode {
	return call(operator, ofDisk(field), value);
}

function not(field: string): CelNode {
	return call('!_', ofDisk(field));
}

function ofDisk(field: string): CelNode {
	return { kind: 'select', at: 0, operand: { kind: 'ident', at: 0, name: 'disk' }, field, presence: false };
}

function text(value: string): CelNode {
	return { kind: 'literal', at: 0, constant: { type: 'string', value } };
}

function call(name: string, ...args: readonly CelNode[]): CelNode {
	return { kind: 'call', at: 0, name, args };
}

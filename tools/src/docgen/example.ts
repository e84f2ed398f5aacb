import { flatFields, type Model, type ModelType } from './model.ts';

/** Throws a sentence when an example of the model does not have the shape of its type. */
export function checkExample(model: Model, type: ModelType, value: unknown, place: string): void {
	switch (type.of) {
		case 'any':
			if (!isMapping(value)) throw new Error(`${place}: the example is no mapping`);
			return;
		case 'list':
			if (!Array.isArray(value)) throw new Error(`${place}: the example is no list`);
			for (const item of value) checkExample(model, type.item, item, place);
			return;
		case 'map':
			if (!isMapping(value)) throw new Error(`${place}: the example is no mapping`);
			for (const [key, item] of Object.entries(value)) checkExample(model, type.item, item, `${place}.${key}`);
			return;
		case 'struct':
			checkStruct(model, type.name, value, place);
			return;
		case 'enum':
			checkEnum(model, type.name, value, place);
			return;
		case 'scalar':
			checkScalar(model, type.name, value, place);
	}
}

function checkStruct(model: Model, name: string, value: unknown, place: string): void {
	const struct = model.structs.get(name);
	// a named list has its examples on the struct of its items
	if (Array.isArray(value)) {
		for (const item of value) checkStruct(model, name, item, place);
		return;
	}
	if (struct === undefined || !isMapping(value)) throw new Error(`${place}: the example is no mapping`);
	const fields = flatFields(model, struct);
	for (const [key, item] of Object.entries(value)) {
		const known = fields.find(({ field }) => field.name === key);
		if (known === undefined) throw new Error(`${place}: ${name} has no field ${key}`);
		checkExample(model, known.field.type, item, `${place}.${key}`);
	}
}

function checkEnum(model: Model, name: string, value: unknown, place: string): void {
	const set = model.enums.get(name);
	const numeric = set?.numbers !== undefined && typeof value === 'string' && /^\d+$/.test(value);
	if (!numeric && !set?.values.includes(value as string)) throw new Error(`${place}: ${String(value)} is no ${name}`);
}

function checkScalar(model: Model, name: string, value: unknown, place: string): void {
	const holds = model.scalars.get(name)?.holds.split(' | ') ?? [];
	const kind = Array.isArray(value) ? 'readonly string[]' : typeof value;
	if (!holds.includes(kind)) throw new Error(`${place}: the example ${String(value)} is a ${kind}, not a ${name}`);
}

function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import { type MessageInitShape } from '@bufbuild/protobuf';
import { RE2JS } from '@bufbuild/re2';
import {
	type LabelQuerySchema,
	LabelTerm_Operation as Operation,
	type IDQuery as WireIdQuery,
	type LabelQuery as WireLabelQuery,
	type LabelTerm as WireLabelTerm,
} from '@ichor/api/cosi';
import type { IdQuery, LabelOperator, LabelQuery, LabelTerm, ResourceQuery } from '@ichor/runtime';
import { messageOf } from '@ichor/std';
import { RpcError } from '../errors.ts';

export function encodeLabels(queries: readonly LabelQuery[] = []): MessageInitShape<typeof LabelQuerySchema>[] {
	return queries.map((terms) => ({
		terms: terms.map(({ key, operator, values, inverted }) => ({ key, op: operations[operator], value: [...values], invert: inverted })),
	}));
}

/** @throws RpcError "unimplemented" for an operator that nobody here knows, "invalid-argument" for a pattern that is none */
export function decodeQuery(labels: readonly WireLabelQuery[], id: WireIdQuery | undefined): ResourceQuery {
	return {
		labels: labels.map(({ terms }) => terms.map(decodeTerm)),
		id: id === undefined || id.regexp === '' ? undefined : decodePattern(id.regexp),
	};
}

function decodeTerm({ key, op, value, invert }: WireLabelTerm): LabelTerm {
	if (op === Operation.NOT_EXISTS) return { key, operator: 'exists', values: [], inverted: true };
	const operator = (Object.keys(operations) as LabelOperator[]).find((candidate) => operations[candidate] === op);
	if (operator === undefined) throw new RpcError('unimplemented', `unsupported label query operator: ${op}`);
	return { key, operator, values: value, inverted: invert };
}

/** Patterns of callers run in linear time, whatever they are. */
function decodePattern(source: string): IdQuery {
	try {
		const pattern = new RE2JS(source);
		return { source, test: (id) => pattern.test(id) };
	} catch (error) {
		throw new RpcError('invalid-argument', `failed to compile regexp: ${messageOf(error)}`, { cause: error });
	}
}

const operations: Readonly<Record<LabelOperator, Operation>> = {
	exists: Operation.EXISTS,
	equal: Operation.EQUAL,
	in: Operation.IN,
	less: Operation.LT,
	lessOrEqual: Operation.LTE,
	numericLess: Operation.LT_NUMERIC,
	numericLessOrEqual: Operation.LTE_NUMERIC,
};

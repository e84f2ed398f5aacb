import type { Metadata } from '@ichor/api/common';
import { codeOf, RpcError } from '@ichor/rpc';
import { messageOf } from '@ichor/std';
import { printableText } from '../output/printable.ts';

/** What was thrown for a call, the way Go programs print it, without what a terminal would obey. */
export function failureText(thrown: unknown): string {
	return printableText(thrown instanceof RpcError ? String(thrown) : messageOf(thrown));
}

/** Why a node has not answered, while the call as a whole succeeded. */
export function refusalText({ error, status }: Metadata): string {
	return printableText(status === undefined ? error : String(new RpcError(codeOf(status.code), status.message)));
}

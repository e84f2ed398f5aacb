import { LinuxError } from '../../errors.ts';
import { type NfTable, type NfTables, replacement } from '../nftables.ts';

/** Tables in memory: what cannot be sent to a kernel is refused here too, and nothing is filtered. */
export class FakeNfTables implements NfTables {
	readonly kept = new Map<string, NfTable>();

	tables(): readonly string[] {
		return [...this.kept.keys()];
	}

	replaceTable(table: NfTable): void {
		replacement(table);
		this.kept.set(table.name, table);
	}

	removeTable(name: string): void {
		if (!this.kept.delete(name)) throw new LinuxError('not-found', `no table ${name}`);
	}

	close(): void {
		this.kept.clear();
	}
}

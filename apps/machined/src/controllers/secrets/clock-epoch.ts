import { TimeStatus, timeStatusId } from '@ichor/machinery/resources';
import type { Reader } from '@ichor/runtime';

/** Changes when the machine's clock has jumped: what was signed before may not hold by it. */
export async function clockEpoch(reader: Reader): Promise<number> {
	return (await reader.find(TimeStatus.pointer(timeStatusId)))?.spec.epoch ?? 0;
}

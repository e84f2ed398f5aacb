import { formatDuration } from '@ichor/machinery/duration';
import type { Stringer } from '../go-template/go-format.ts';
import { binarySize } from '../output/go-number.ts';

/**
 * A number in a file of a control group: an integer or a decimal, `max`, or nothing at all. Its members with capital
 * letters are what templates may call; their names are upstream's.
 */
export class CgroupValue implements Stringer {
	static readonly unset = new CgroupValue(undefined, 0);

	/** Without the point. */
	readonly #digits: bigint | 'max' | undefined;
	readonly #decimals: number;

	private constructor(digits: bigint | 'max' | undefined, decimals: number) {
		this.#digits = digits;
		this.#decimals = decimals;
	}

	/** @throws Error for what is no number */
	static parse(text: string): CgroupValue {
		if (text === 'max') return new CgroupValue('max', 0);
		const [, whole = '', decimals = ''] = /^(-?\d+)(?:\.(\d+))?$/.exec(text) ?? [];
		if (whole === '') throw new Error(`strconv.ParseInt: parsing ${JSON.stringify(text)}: invalid syntax`);
		return new CgroupValue(BigInt(whole + decimals), decimals.length);
	}

	/** For JSON: a number; `max`; null for nothing at all. */
	toJSON(): number | 'max' | null {
		if (this.#digits === undefined) return null;
		return this.#digits === 'max' ? 'max' : Number(this.goText);
	}

	get goText(): string {
		if (this.#digits === undefined) return 'unset';
		if (this.#decimals === 0 || this.#digits === 'max') return String(this.#digits);
		const digits = String(this.#digits).padStart(this.#decimals + 1, '0');
		return `${digits.slice(0, -this.#decimals)}.${digits.slice(-this.#decimals)}`;
	}

	/** As a size in bytes. */
	HumanizeIBytes(): string {
		return typeof this.#digits === 'bigint' && this.#decimals === 0 ? binarySize(this.#digits) : this.goText;
	}

	/** As a span of so many microseconds. */
	UsecToDuration(): string {
		return typeof this.#digits === 'bigint' ? formatDuration(this.#digits * 1000n) : this.goText;
	}

	/** How much of another value this is, in percent. */
	DivideBy(other: CgroupValue | undefined): CgroupValue {
		const part = this.#digits;
		const whole = other === undefined ? undefined : other.#digits;
		if (part === undefined || whole === undefined) return CgroupValue.unset;
		if (whole === 'max') return new CgroupValue(part === 'max' ? 10_000n : 0n, 2);
		if (part === 'max' || whole === 0n) return new CgroupValue('max', 0);
		return new CgroupValue(BigInt(Math.round((Number(part) / Number(whole)) * 10_000)), 2);
	}
}

import { fixed } from '../../output/go-number.ts';

/** A size in steps of 1024, `24 GiB`, `1.5 MiB`: as github.com/dustin/go-humanize prints it. */
export function binarySize(bytes: bigint): string {
	const size = Number(bytes);
	const step = size < 10 ? 0 : Math.floor(Math.log(size) / Math.log(1024));
	const value = Math.floor((size / 1024 ** step) * 10 + 0.5) / 10;
	return `${fixed(value, value < 10 && step > 0 ? 1 : 0)} ${['B', 'KiB', 'MiB', 'GiB', 'TiB', 'PiB'][step] ?? ''}`;
}

/** `3d2h3m4s`, `2h3m4s`, `4s`: how long, as the dashboard upstream shows it. */
export function spanText(seconds: number): string {
	const whole = Math.max(Math.round(seconds), 0);
	const days = Math.floor(whole / 86_400);
	const parts = [Math.floor(whole / 3600) % 24, Math.floor(whole / 60) % 60, whole % 60];
	const first = parts.findIndex((part) => part > 0);
	const shown = first < 0 ? ['0s'] : parts.map((part, index) => (index < first ? '' : `${part}${'hms'[index]}`));
	return `${days > 0 ? `${days}d` : ''}${shown.join('')}`;
}

/** A frequency, `2.4GHz`. */
export function frequencyText(megahertz: number): string {
	return megahertz >= 1000 ? `${Number((megahertz / 1000).toFixed(2))}GHz` : `${Math.round(megahertz)}MHz`;
}

/** A count in steps of 1000, `165.4k`. */
export function countText(count: number): string {
	const step = count < 1000 ? 0 : Math.min(Math.floor(Math.log10(count) / 3), 4);
	return step === 0 ? String(Math.round(count)) : `${fixed(count / 1000 ** step, 1)}${'kMGT'[step - 1]}`;
}

export function percentText(share: number): string {
	return `${fixed(share * 100, 1)}%`;
}

import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { background, waitFor, withTimeout } from '@ichor/std';

/** Where Debian's packages and others put a Chromium. */
const programs = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].flatMap((name) =>
	['/usr/bin', '/usr/local/bin', '/opt/google/chrome'].map((folder) => join(folder, name)),
);

/** A Chromium without a window, one page of it, driven by its DevTools protocol. For tests. */
export class Browser {
	readonly #program: ChildProcess;
	readonly #profile: string;
	readonly #socket: WebSocket;
	readonly #waiting = new Map<number, (answer: Answer) => void>();
	#session = '';
	#last = 0;
	/** What the page has complained of: exceptions, and what its policy has kept from it. */
	readonly complaints: string[] = [];

	/** The browser of this machine; undefined without one. CHROMIUM names another. */
	static program(): string | undefined {
		return [process.env['CHROMIUM'] ?? '', ...programs].find((path) => path !== '' && existsSync(path));
	}

	static async start(program: string): Promise<Browser> {
		const profile = mkdtempSync(join(tmpdir(), 'ichor-browser-'));
		const args = ['--headless', '--no-sandbox', '--disable-gpu', '--remote-debugging-port=0', `--user-data-dir=${profile}`, 'about:blank'];
		// what Debian installs is a script that starts the browser: as a group they can be ended together
		const child = spawn(program, args, { stdio: ['ignore', 'ignore', 'pipe'], detached: true });
		for await (const line of createInterface({ input: child.stderr })) {
			const [, address] = /^DevTools listening on (ws:\S+)/.exec(line) ?? [];
			if (address === undefined) continue;
			const socket = new WebSocket(address);
			await new Promise((resolve, reject) => {
				socket.addEventListener('open', resolve, { once: true });
				socket.addEventListener('error', reject, { once: true });
			});
			child.stderr.resume();
			const browser = new Browser(child, profile, socket);
			await browser.#attach();
			return browser;
		}
		throw new Error(`${program} has ended before it was ready`);
	}

	private constructor(program: ChildProcess, profile: string, socket: WebSocket) {
		this.#program = program;
		this.#profile = profile;
		this.#socket = socket;
		socket.addEventListener('message', ({ data }: MessageEvent<string>) => this.#take(JSON.parse(data) as Answer));
	}

	async show(url: string): Promise<void> {
		await this.#call('Page.navigate', { url });
	}

	/** Pixels, and which colors the user likes. */
	async look(width: number, height: number, scheme: 'light' | 'dark'): Promise<void> {
		await this.#call('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
		await this.#call('Emulation.setEmulatedMedia', { features: [{ name: 'prefers-color-scheme', value: scheme }] });
	}

	/** A key by its name in the DOM, `F2` or `l`. */
	async press(key: string): Promise<void> {
		const text = key.length === 1 ? { text: key } : {};
		await this.#call('Input.dispatchKeyEvent', { type: 'keyDown', key, ...text });
		await this.#call('Input.dispatchKeyEvent', { type: 'keyUp', key });
	}

	/** The value of an expression in the page. */
	async evaluate(expression: string): Promise<unknown> {
		const { result, exceptionDetails } = (await this.#call('Runtime.evaluate', {
			expression,
			returnByValue: true,
			awaitPromise: true,
		})) as {
			readonly result: { readonly value?: unknown };
			readonly exceptionDetails?: unknown;
		};
		if (exceptionDetails !== undefined) throw new Error(`${expression}: ${JSON.stringify(exceptionDetails)}`);
		return result.value;
	}

	/** Waits until an expression in the page is true. */
	async until(expression: string): Promise<void> {
		try {
			await waitFor(withTimeout(background, deadline), async () => await this.#holds(expression), 50);
		} catch (error) {
			throw new Error(`${expression} does not hold in ${JSON.stringify(await this.evaluate('document.body.innerText'))}`, { cause: error });
		}
	}

	/** A page that is not there yet has nothing that an expression asks for. */
	async #holds(expression: string): Promise<true | undefined> {
		return (await this.evaluate(expression).catch(() => false)) === true ? true : undefined;
	}

	/** The page as PNG. */
	async picture(): Promise<Buffer> {
		const { data } = (await this.#call('Page.captureScreenshot', { format: 'png' })) as { readonly data: string };
		return Buffer.from(data, 'base64');
	}

	async close(): Promise<void> {
		const ended = new Promise((resolve) => this.#program.once('exit', resolve));
		this.#socket.close();
		if (this.#program.pid !== undefined) process.kill(-this.#program.pid, 'SIGKILL');
		this.#program.stderr?.destroy();
		await ended;
		rmSync(this.#profile, { recursive: true, force: true, maxRetries: 5 });
	}

	async #attach(): Promise<void> {
		const { targetInfos } = (await this.#call('Target.getTargets')) as {
			readonly targetInfos: readonly { readonly targetId: string; readonly type: string }[];
		};
		const targetId = targetInfos.find(({ type }) => type === 'page')?.targetId;
		const { sessionId } = (await this.#call('Target.attachToTarget', { targetId, flatten: true })) as { readonly sessionId: string };
		this.#session = sessionId;
		for (const domain of ['Page', 'Runtime', 'Log']) await this.#call(`${domain}.enable`);
	}

	async #call(method: string, params: unknown = {}): Promise<unknown> {
		this.#last += 1;
		const id = this.#last;
		const session = this.#session === '' ? {} : { sessionId: this.#session };
		this.#socket.send(JSON.stringify({ id, method, params, ...session }));
		const { result, error } = await new Promise<Answer>((resolve) => this.#waiting.set(id, resolve));
		if (error !== undefined) throw new Error(`${method}: ${error.message}`);
		return result;
	}

	#take(answer: Answer): void {
		if (answer.method === 'Runtime.exceptionThrown' || answer.method === 'Log.entryAdded')
			this.complaints.push(JSON.stringify(answer.params));
		if (answer.id === undefined) return;
		this.#waiting.get(answer.id)?.(answer);
		this.#waiting.delete(answer.id);
	}
}

interface Answer {
	readonly id?: number;
	readonly method?: string;
	readonly params?: unknown;
	readonly result?: unknown;
	readonly error?: { readonly message: string };
}

/** Milliseconds that a page has to show what is expected, also on a machine that has much to do. */
const deadline = 20_000;

/*
 * PID 1 of an Ichor node: starts machined, its only child, and starts it again when it dies.
 *
 * Everything else that a node does is machined's work. What must not end with it stays here: reaping orphans, passing
 * signals on, and the last step of a shutdown. The services that machined started live on while it is restarted; it
 * finds them again.
 *
 * usage: init PROGRAM [ARGUMENT...]
 *
 * How machined ends decides what follows: exit code 0 is a shutdown, 64 a reboot, anything else a crash. After
 * CRASH_LIMIT crashes without CRASH_CALM seconds of life in between, the node reboots and boot counting decides.
 * In a container (the environment has `container` or PLATFORM=container) the exit code of init says the same to who
 * runs the container; on a machine it is reboot(2).
 */
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/reboot.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

enum {
	EXIT_SHUTDOWN = 0,
	EXIT_REBOOT = 64,
	CRASH_LIMIT = 10,
	CRASH_CALM = 60,          /* seconds of life that forgive the crashes before */
	BACKOFF_FIRST = 100,      /* milliseconds before the first restart, doubled by each further one */
	BACKOFF_LAST = 5000,
	GRACE = 5                 /* seconds that processes have between SIGTERM and SIGKILL at the end */
};

static void say(const char *what, int number)
{
	fprintf(stderr, "[init] %s %d\n", what, number);
}

static int in_container(void)
{
	const char *platform = getenv("PLATFORM");

	return getenv("container") != NULL || (platform != NULL && strcmp(platform, "container") == 0);
}

static pid_t start(char **argv, const sigset_t *mask)
{
	pid_t pid = fork();

	if (pid != 0)
		return pid;
	sigprocmask(SIG_SETMASK, mask, NULL);
	setsid();
	execv(argv[0], argv);
	say("cannot execute machined, errno", errno);
	_exit(127);
}

/* Reaps everything that has ended. Returns 1 and the wait status when machined was among it. */
static int reap(pid_t machined, int *status)
{
	int found = 0, one;
	pid_t pid;

	while ((pid = waitpid(-1, &one, WNOHANG)) > 0) {
		if (pid == machined) {
			*status = one;
			found = 1;
		}
	}
	return found;
}

/* The node was told to stop: machined, however it ends, is not started again. It may not have been ready to listen. */
static int told_to_stop;

/* Waits for machined to end; every other signal that arrives is passed on to it. */
static int supervise(pid_t machined, const sigset_t *all)
{
	int status = 0, number;

	for (;;) {
		if (reap(machined, &status))
			return status;
		number = sigwaitinfo(all, NULL);
		if (number == SIGTERM || number == SIGINT)
			told_to_stop = 1;
		if (number > 0 && number != SIGCHLD)
			kill(machined, number);
	}
}

static void wait_milliseconds(long milliseconds)
{
	struct timespec left = {milliseconds / 1000, (milliseconds % 1000) * 1000000L};

	while (nanosleep(&left, &left) == -1 && errno == EINTR)
		;
}

static void finish(int code)
{
	time_t end = time(NULL) + GRACE;

	kill(-1, SIGTERM);
	while (time(NULL) < end && !(waitpid(-1, NULL, WNOHANG) == -1 && errno == ECHILD))
		wait_milliseconds(20);
	kill(-1, SIGKILL);
	sync();
	if (!in_container())
		reboot(code == EXIT_REBOOT ? RB_AUTOBOOT : RB_POWER_OFF);
	_exit(code);
}

int main(int argc, char **argv)
{
	sigset_t all, before;
	long backoff = BACKOFF_FIRST;
	int crashes = 0;

	if (argc < 2) {
		fprintf(stderr, "usage: init PROGRAM [ARGUMENT...]\n");
		return 2;
	}
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, &before);
	for (;;) {
		time_t started = time(NULL);
		pid_t machined = start(argv + 1, &before);
		int status = machined < 0 ? 127 << 8 : supervise(machined, &all);

		if (WIFEXITED(status) && (WEXITSTATUS(status) == EXIT_SHUTDOWN || WEXITSTATUS(status) == EXIT_REBOOT))
			finish(WEXITSTATUS(status));
		if (told_to_stop)
			finish(EXIT_SHUTDOWN);
		if (time(NULL) - started >= CRASH_CALM) {
			crashes = 0;
			backoff = BACKOFF_FIRST;
		}
		say(WIFSIGNALED(status) ? "machined was ended by signal" : "machined ended with code", WIFSIGNALED(status) ? WTERMSIG(status) : WEXITSTATUS(status));
		if (++crashes >= CRASH_LIMIT) {
			say("rebooting, crashes in a row:", crashes);
			finish(EXIT_REBOOT);
		}
		wait_milliseconds(backoff);
		backoff = backoff * 2 > BACKOFF_LAST ? BACKOFF_LAST : backoff * 2;
	}
}

import type { Transcript } from '../model/transcript.ts';
import type { Listener, Wire, World } from '../net/world.ts';
import { type Alarm, alarm } from './alarm.ts';
import type { Conversation, Course } from './conversation.ts';
import { LocalExhaustion, retryDelayMs } from './local-exhaustion.ts';
import {
  heardSoFar,
  noteOpened,
  noteReceived,
  noteSecured,
  noteSent,
  type Recording,
  record,
  transcriptOf,
} from './recording.ts';
import type { Move } from './script.ts';

/** Bytes after which a server that floods is left. */
const RECEIVED_MAX = 65_536;

interface Call {
  readonly world: World;
  readonly course: Course;
  readonly alarm: Alarm;
  readonly finished: Promise<Transcript>;
  resolve: (transcript: Transcript) => void;
  reject: (error: Error) => void;
  recording: Recording;
  wire: Wire | null;
  isOver: boolean;
  /** Who waits for something to be heard, and until when. */
  wake: (() => void) | null;
  wakeMs: number;
  localWaitedMs: number;
}

/** Makes one connection, follows the script and writes down what happens. It judges nothing, and it is the only stage that waits. */
export function converse(world: World, course: Course): Conversation {
  const call = prepare(world, course);
  dialNow(call);
  return {
    transcript: () => call.recording,
    finished: call.finished,
    isOpen: () => !call.isOver,
    heard: (untilMs) => heard(call, untilMs),
    stop: () => giveUp(call),
  };
}

/** Fields are written out one by one: a scan makes thousands of these a second, and spreading is slow. */
function prepare(world: World, course: Course): Call {
  let resolve: Call['resolve'] = () => {};
  let reject: Call['reject'] = () => {};
  const finished = new Promise<Transcript>((onResolve, onReject) => {
    resolve = onResolve;
    reject = onReject;
  });
  const call: Call = {
    world,
    course,
    alarm: alarm(world, () => look(call)),
    finished,
    resolve,
    reject,
    recording: record(course.step, world.now()),
    wire: null,
    isOver: false,
    wake: null,
    wakeMs: 0,
    localWaitedMs: 0,
  };
  return call;
}

function dialNow(call: Call): void {
  call.recording = record(call.course.step, call.world.now());
  call.alarm.within(call.course.connectTimeoutMs);
  call.wire = call.world.connect(call.course.dial, listenerFor(call));
}

function heard(call: Call, untilMs: number): Promise<void> {
  if (call.isOver) return Promise.resolve();
  call.wakeMs = untilMs;
  call.alarm.within(untilMs - nowMs(call));
  return new Promise((resolve) => {
    call.wake = resolve;
  });
}

/** The alarm rang: something may be due. */
function look(call: Call): void {
  const atMs = nowMs(call);
  if (atMs >= call.wakeMs) notify(call);
  if (call.recording.openedMs !== null) proceed(call);
  else if (atMs >= call.course.connectTimeoutMs) giveUp(call);
  else call.alarm.within(call.course.connectTimeoutMs - atMs);
  if (call.wake && !call.isOver) call.alarm.within(call.wakeMs - atMs);
}

function listenerFor(call: Call): Listener {
  return {
    opened() {
      noteOpened(call.recording, nowMs(call));
      call.course.onAccepted();
      proceed(call);
    },
    received(bytes) {
      if (call.isOver) return;
      noteReceived(call.recording, nowMs(call), bytes);
      if (call.recording.byteCount > RECEIVED_MAX) return giveUp(call);
      proceed(call);
      notify(call);
    },
    secured(peer) {
      noteSecured(call.recording, nowMs(call), peer);
      proceed(call);
    },
    ended() {
      if (call.isOver) return;
      call.recording.events.push({ kind: 'ended', atMs: nowMs(call) });
      call.wire?.finish();
      finish(call);
    },
    failed({ code, syscall, local }) {
      if (call.isOver) return;
      if (local) return retryLater(call, code);
      call.recording.events.push({ kind: 'failed', atMs: nowMs(call), code, syscall });
      finish(call);
    },
  };
}

/** Does what the script says until it wants to wait. */
function proceed(call: Call): void {
  while (!call.isOver) {
    const atMs = nowMs(call);
    const move = call.course.script(heardSoFar(call.recording, atMs));
    perform(call, move, atMs);
    if (move.kind === 'wait') return;
  }
}

function perform(call: Call, move: Move, atMs: number): void {
  switch (move.kind) {
    case 'wait':
      return call.alarm.within(move.untilMs - atMs);
    case 'say':
      noteSent(call.recording, atMs, move.purpose, move.bytes);
      return call.wire?.send(move.bytes);
    case 'leave':
      call.wire?.finish();
      return finish(call);
    case 'give-up':
      return giveUp(call);
    default:
      return move satisfies never;
  }
}

function giveUp(call: Call): void {
  if (call.isOver) return;
  call.recording.events.push({ kind: 'gave-up', atMs: nowMs(call) });
  call.wire?.destroy();
  finish(call);
}

function finish(call: Call): void {
  call.isOver = true;
  call.alarm.stop();
  call.recording.lagMs = call.world.lagSince(call.recording.startedAtMs);
  if (call.recording.openedMs === null) call.course.onAccepted();
  call.resolve(transcriptOf(call.recording));
  notify(call);
}

/** Our own shortage is no news about the server: wait for it to pass, and dial again as if nothing had been. */
function retryLater(call: Call, code: string): void {
  const delayMs = retryDelayMs(call.localWaitedMs);
  if (delayMs !== null) {
    call.localWaitedMs += delayMs;
    call.alarm.stop();
    call.world.after(delayMs, () => (call.isOver ? undefined : dialNow(call)));
    return;
  }
  call.isOver = true;
  call.reject(new LocalExhaustion(code));
  notify(call);
}

function notify(call: Call): void {
  const { wake } = call;
  call.wake = null;
  wake?.();
}

/** Since the connect call, to the microsecond: finer is noise, and long in a report. */
function nowMs({ world, recording }: Call): number {
  return Math.round((world.now() - recording.startedAtMs) * 1_000) / 1_000;
}

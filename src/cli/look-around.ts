import { networkInterfaces } from 'node:os';
import { readOwnPaths } from '../mesh/own-path.ts';
import { readStuck } from '../mesh/stuck.ts';
import { LANDMARKS, readWhereabouts } from '../mesh/whereami.ts';
import type { Landmark, LandmarkAnswer, OwnProxy, Stuck, Whereabouts } from '../model/whereabouts.ts';
import type { Page, PageBounds } from '../net/loopback-page.ts';

/** Asks the landmarks who is beside us, and an Envoy there what it does with our connections. Reads, and changes nothing. */
export async function lookAround(landmarks: readonly Landmark[] = LANDMARKS): Promise<OwnProxy> {
  const answers = await Promise.all(landmarks.map(answerOf));
  const whereabouts = readWhereabouts(answers.filter((answer) => answer !== null));
  const dump = await adminPage(whereabouts, '/config_dump?resource=dynamic_listeners');
  return { whereabouts, pathTo: dump === null ? null : readOwnPaths(dump), ownAddresses: ownAddresses() };
}

/** The connections that an Envoy beside us holds just now, by listener; null where it does not count them. */
export async function lookForStuck(whereabouts: Whereabouts): Promise<readonly Stuck[] | null> {
  const stats = await adminPage(whereabouts, '/stats?filter=downstream_pre_cx_active');
  return stats === null ? null : readStuck(stats);
}

/** A proxy beside us answers in a millisecond; whoever does not is none. */
const LANDMARK_BOUNDS: PageBounds = { bytesMax: 1024 * 1024, waitMs: 1_000 };

/** A mesh of thousands of Services has a dump of tens of megabytes, which its Envoy writes in a second or two. */
const ADMIN_BOUNDS: PageBounds = { bytesMax: 64 * 1024 * 1024, waitMs: 10_000 };

async function answerOf(landmark: Landmark): Promise<LandmarkAnswer | null> {
  const page = await pageAt(landmark.port, landmark.path, LANDMARK_BOUNDS);
  return page && { landmark, ...page };
}

/** A page of the Envoy that has told its name: nobody else is asked for more. */
async function adminPage({ proxy, seen }: Whereabouts, path: string): Promise<string | null> {
  const admin = proxy === null ? undefined : seen.find((landmark) => landmark.path === '/server_info');
  const page = admin ? await pageAt(admin.port, path, ADMIN_BOUNDS) : null;
  return page?.status === 200 ? page.body : null;
}

/** Loads node:http only when somebody is really asked. */
async function pageAt(port: number, path: string, bounds: PageBounds): Promise<Page | null> {
  const { loopbackPage } = await import('../net/loopback-page.ts');
  return loopbackPage(port, path, bounds);
}

function ownAddresses(): readonly string[] {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return all.flatMap(({ address, internal }) => (internal ? [] : [address]));
}

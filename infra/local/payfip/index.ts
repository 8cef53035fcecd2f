import { randomUUID } from 'node:crypto';
import type { AwsRequest, Context } from '../context.ts';
import type { Reply } from '../exchange.ts';
import type { Part } from '../part.ts';
import { type Operation, type Ordered, operationStore, type Store, type Trouble } from './operation.ts';
import { paymentPage } from './page.ts';
import { createSettle, type Settled } from './settle.ts';
import {
  createdAnswer,
  detailAnswer,
  functionalFault,
  readCall,
  technicalFault,
  wrongOrder,
} from './soap.ts';

type Driven = { pay(idOp: string, settled: Settled, after: number): void };
const drivers = new WeakMap<Context['db'], Driven>();
/** What the tools page drives. */
export const driven = ({ db }: Context): Driven => {
  const found = drivers.get(db);
  if (!found) throw new Error('the payment stand-in has not started');
  return found;
};

const faults: Partial<Record<Trouble, string>> = {
  technical: 'TechDysfonctionnementErreur',
  unavailable: 'TechIndisponibiliteErreur',
  protocol: 'TechProtocolaireErreur',
};
const xml = (body: string): Reply => ({
  status: body.includes('<S:Fault') ? 500 : 200,
  headers: { 'content-type': 'text/xml; charset=utf-8' },
  body,
});
const garbage: Reply = {
  status: 502,
  headers: { 'content-type': 'text/html' },
  body: '<html><body>Bad gateway<br></html>',
};

/** Takes one trouble off the list when this call is to meet it. */
function troubleOf(store: Store, call: 'create' | 'detail'): Trouble | undefined {
  const mood = store.mood();
  const { trouble } = mood;
  if (!trouble || trouble.times < 1 || ![call, 'all'].includes(trouble.on)) return undefined;
  store.setMood({ ...mood, trouble: { ...trouble, times: trouble.times - 1 } });
  return trouble.kind;
}

/** A stand-in for PayFiP, mounted at `/_payfip/tpa`: the web service, and the page where the browser pays. */
export function createPayfip(ctx: Context): Part {
  const store = operationStore(ctx.db);
  const settle = createSettle(ctx, store);
  ctx.clock.on('payfip-pay', (payload) => {
    const { idOp, settled } = payload as { idOp: string; settled: Settled };
    const operation = store.find(idOp);
    if (operation) settle(operation, settled);
  });
  drivers.set(ctx.db, {
    pay(idOp, settled, after) {
      const operation = store.find(idOp);
      if (after > 0)
        ctx.clock.at(`payfip-pay-${idOp}`, new Date(ctx.clock.now().getTime() + after), 'payfip-pay', {
          ...{ idOp, settled },
        });
      else if (operation) settle(operation, settled);
    },
  });

  function create(fields: Record<string, string>): Reply {
    const trouble = troubleOf(store, 'create');
    if (trouble === 'garbage') return garbage;
    const fault = trouble && faults[trouble];
    if (fault) return xml(technicalFault(fault));
    const wrong = wrongOrder(fields);
    if (wrong) return xml(functionalFault(wrong.code, wrong.label));
    const operation: Operation = {
      ...{ idOp: randomUUID(), ordered: fields as Ordered, createdAt: ctx.clock.now().getTime() },
      ...{ result: null, paidAt: null, knownAt: null, authorisation: null, lies: {} },
    };
    store.save(operation);
    return trouble === 'lost-answer' ? garbage : xml(createdAnswer(operation.idOp));
  }
  function detail(idOp: string): Reply {
    const trouble = troubleOf(store, 'detail');
    if (trouble === 'garbage' || trouble === 'lost-answer') return garbage;
    const fault = trouble && faults[trouble];
    return xml(fault ? technicalFault(fault) : detailAnswer(store.find(idOp), ctx.clock.now().getTime()));
  }
  function serve(body: string): Reply {
    try {
      const { operation, fields } = readCall(body);
      if (operation === 'creerPaiementSecurise') return create(fields);
      if (operation === 'recupererDetailPaiementSecurise') return detail(fields.idOp ?? fields.idop ?? '');
      return xml(technicalFault('TechProtocolaireErreur'));
    } catch {
      return xml(technicalFault('TechProtocolaireErreur'));
    }
  }
  return {
    name: 'payfip',
    async handle(request: AwsRequest) {
      ctx.meter.count('payfip', request.path.endsWith('/securite') ? 'call' : 'page');
      if (request.method === 'POST' && request.path === '/tpa/services/securite')
        return serve(request.body.toString('utf8')) as never;
      if (request.path === '/tpa/paiementws.web') return paymentPage(ctx, store, settle, request) as never;
      return { status: 404, body: 'not here' };
    },
  };
}

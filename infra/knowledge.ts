import { Construct } from 'constructs';
import type { Env } from '../functions/knowledge/public.lambda.ts';
import { listArticles, readArticle } from '../functions/knowledge/public-api.ts';
import { AppFunction } from './constructs/function.ts';
import type { SubjectProps } from './subject.ts';

/** Articles that answer without a request. */
export class Knowledge extends Construct {
  constructor(scope: Construct, id: string, { data, api, publicUrl }: SubjectProps) {
    super(scope, id);
    const { articles } = data.tables;
    const show = new AppFunction<Env>(this, 'Public', {
      entry: 'knowledge/public.lambda.ts',
      env: { ARTICLES_TABLE: articles.tableName, PUBLIC_URL: publicUrl },
      impact: 'Citizens and agents find no article of the knowledge base; forms still work.',
    });
    articles.allow(show, 'GetItem', 'Query');
    api.route(show, listArticles, readArticle);
  }
}

import type { Translation } from './messages.ts';

const rules = new Intl.PluralRules('pt-BR');

function plural(count: number, one: string, other: string): string {
  return `${count} ${rules.select(count) === 'one' ? one : other}`;
}

export const ptBR: Translation = {
  locale: 'pt-BR',
  commands: {
    who: { name: 'quem', description: 'Uma pessoa, um grupo: quem é e o que fez' },
    what: {
      name: 'o-que',
      description: 'Uma coisa, um órgão, um acontecimento: o que é e o que se diz dele',
    },
    where: { name: 'onde', description: 'Um lugar, ou onde algo aconteceu: cidades, países, frentes' },
    when: { name: 'quando', description: 'Um dia, um mês ou um ano: quando algo aconteceu ou começa' },
    why: {
      name: 'por-que',
      description: 'Uma razão: para que algo aconteceu, ou o que o causou',
    },
    'how-many': {
      name: 'quantos',
      description: 'Um número: quantas pessoas, quanto dinheiro, quantas vezes',
    },
    ask: { name: 'perguntar', description: 'Qualquer pergunta inteira, com suas próprias palavras' },
    quote: { name: 'citação', description: 'Onde no acervo aparecem exatamente estas palavras?' },
    articles: {
      name: 'artigos',
      description: 'Percorrer os artigos: os mais recentes primeiro, por veículo, por mês',
    },
    article: { name: 'artigo', description: 'Ler um artigo, página por página' },
    archive: { name: 'acervo', description: 'Sobre o acervo' },
    'archive status': {
      name: 'status',
      description: 'Quantos artigos há, de quando, de quem e o que não foi possível ler',
    },
    'archive add': {
      name: 'adicionar',
      description: 'Adicionar um artigo: um arquivo ou uma página da web (para editores)',
    },
    'archive remove': { name: 'remover', description: 'Tirar um artigo do acervo (para editores)' },
    help: { name: 'ajuda', description: 'O que eu sei fazer' },
    findSources: 'Encontrar fontes',
  },
  options: {
    name: { name: 'nome', description: 'Um nome, escrito de qualquer jeito, ou uma pergunta completa' },
    about: { name: 'assunto', description: 'Um nome, uma expressão ou uma pergunta completa' },
    question: { name: 'pergunta', description: 'Sua pergunta, como você a faria a uma pessoa' },
    words: { name: 'palavras', description: 'As palavras exatas, caractere por caractere' },
    publisher: { name: 'veículo', description: 'Só artigos deste veículo' },
    from: {
      name: 'desde',
      description: 'Publicado ou ocorrido a partir deste dia: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    to: {
      name: 'até',
      description: 'Publicado ou ocorrido até este dia: 2020-01-27, 27 January 2020, 2020-01, 2020',
    },
    private: { name: 'privado', description: 'Mostrar a resposta só para mim' },
    id: { name: 'artigo', description: 'Título ou ID do artigo' },
    articlesAbout: { name: 'assunto', description: 'Só artigos que mencionam este nome' },
    file: {
      name: 'arquivo',
      description: 'Página da web, PDF, EPUB, Word, OpenDocument, RTF, texto, e-mail ou feed',
    },
    url: { name: 'endereço', description: 'Endereço de uma página da web: https://…' },
  },
  headings: {
    person: (name) => `Quem é ${name}?`,
    place: (name) => `Onde está ${name}?`,
    who: (name) => `${name}: quem?`,
    where: (name) => `${name}: onde?`,
    when: (name) => `${name}: quando?`,
    why: (name) => `${name}: por quê?`,
    'how-many': (name) => `${name}: quantos?`,
  },
  quoteHeading: (words) => `Onde aparecem as palavras “${words}”?`,
  sourcesHeading: 'O que o acervo diz sobre esta mensagem',
  buttons: {
    around: 'Mostrar ao redor de …',
    newest: 'Mais recentes primeiro',
    best: 'Melhores primeiro',
    reading: 'Na ordem do texto',
    share: 'Compartilhar aqui',
    read: 'Ler o artigo',
    more: 'Ver mais',
    back: 'Voltar',
    source: 'Fonte',
    delete: 'Excluir',
    add: 'Adicionar',
    remove: 'Remover',
    cancel: 'Cancelar',
  },
  answer: {
    untitled: (opening) => `sem título, “${opening}”`,
    undated: 'sem data',
    paragraph: (number) => `parágrafo\u00a0${number}`,
    page: (number) => `p.\u00a0${number}`,
    sharedBy: (person) => `Compartilhado por ${person}`,
    passage: 'ir para o trecho',
    readAs: (typed, readAs) => `${typed}: lido como ${readAs}`,
    dateRead: (expression, date) => `“${expression}” lido como ${date}`,
    differ: (claims) => `As fontes divergem: ${claims}.`,
    alsoIn: (articles) => `também em mais ${plural(articles, 'artigo', 'artigos')}`,
    tooLong: 'Esta frase é longa demais para uma mensagem. Ela está no artigo indicado abaixo.',
    shown: (from, to, found) =>
      found === 1
        ? '1 frase'
        : from === to
          ? `Frase ${from} de ${found}`
          : `Frases ${from}–${to} de ${found}`,
    searched: (articles) => plural(articles, 'artigo pesquisado', 'artigos pesquisados'),
    seconds: (seconds) => `${seconds} s`,
  },
  unsure: 'Talvez o acervo não responda a isso. O mais próximo:',
  greeting: {
    title: 'Olá!',
    text: 'Pergunte por um nome, ou faça uma pergunta inteira com suas próprias palavras.',
  },
  followUp: 'Não me lembro da pergunta anterior: faça a pergunta inteira.',
  notFound: {
    title: 'O acervo não responde a isso.',
    noWord: (text) => `Em “${text}” não há nenhuma palavra que eu possa procurar.`,
    notMentioned: (names) => `Nenhum artigo menciona ${names}.`,
    noneKnown: 'Nenhuma destas palavras aparece em algum artigo.',
    notTogether: (words) => `Estas palavras nunca aparecem juntas em uma frase: ${words}.`,
    noClearAnswer: (words, together) => `${together} com ${words}, mas nenhuma resposta clara.`,
    noSuchWords: 'Exatamente estas palavras não aparecem em nenhum artigo.',
    noSources: 'Nenhuma frase do acervo fala do que esta mensagem diz.',
    nearest: 'Nomes mais parecidos no acervo:',
    sentences: (count) => plural(count, 'frase', 'frases'),
    filtered: 'A busca se limitou ao veículo e às datas que você escolheu.',
  },
  context: {
    title: 'No contexto',
    changed: 'O acervo mudou desde esta resposta: a frase não está mais onde estava. Pergunte de novo.',
    before: 'antes',
    after: 'depois',
  },
  articles: {
    open: 'Abrir um artigo …',
    byPublisher: 'Por veículo …',
    byMonth: 'Por mês …',
    all: 'Todos',
    title: 'Artigos, os mais recentes primeiro',
    about: (name) => `Artigos que mencionam ${name}`,
    none: 'Não há nenhum.',
    sentences: (count) => plural(count, 'frase', 'frases'),
    names: 'Nomes mais mencionados',
    opening: 'Início',
    id: 'ID',
    alike: { same: 'O mesmo texto', nearly: 'Quase o mesmo texto', version: 'Outra versão' },
    unknown: (id) => `Não há nenhum artigo “${id}”. Escolha um da lista que se abre enquanto você digita.`,
    page: (page, pages) => `Página ${page} de ${pages}`,
  },
  status: {
    title: 'O acervo',
    articles: 'Artigos',
    repeated: (count) => `${count} deles iguais a outro, palavra por palavra`,
    sentences: 'Frases',
    names: 'Nomes',
    dates: 'Datas',
    undated: (count) => `${count} sem data`,
    publishers: 'Veículos',
    languages: 'Idiomas',
    problems: 'Problemas',
    noProblems: 'nenhum: foi possível ler todos os arquivos',
    problemsForAdmins: (count) => `${plural(count, '(visível', '(visíveis')} para administradores)`,
    read: 'Leitura',
    more: (count) => `… e mais ${count}`,
  },
  help: {
    title: 'O Ibid responde com um acervo de artigos, palavra por palavra',
    intro:
      'Cada frase que mostro está em um artigo, exatamente assim. Eu mesmo não escrevo nada. Quando o acervo não diz nada, eu aviso. Quando não tenho certeza, mostro o mais próximo só a você.',
    examples: 'Experimente uma destas:',
    outro:
      'Encontro os nomes, não importa como estejam escritos. Em qualquer mensagem: clique com o botão direito (ou toque e segure), Apps, Encontrar fontes. Abaixo de uma resposta, “Mostrar ao redor de …” abre uma frase no seu parágrafo e, dali, o artigo inteiro.',
  },
  editing: {
    addTitle: 'Adicionar isto ao acervo?',
    removeTitle: 'Tirar isto do acervo?',
    holdsSeveral: (articles) => `Este arquivo contém ${articles} artigos. O primeiro:`,
    alreadyThere: (articles) => plural(articles, 'deles já está no acervo.', 'deles já estão no acervo.'),
    added: (path) => `Adicionado como ${path}.`,
    answersSoon: 'Em alguns segundos as perguntas já o encontram.',
    answersLater: 'As perguntas o encontram quando eu for reiniciado.',
    removed: (path) => `Tirado do acervo: ${path}. O arquivo fica com quem me administra.`,
    cancelled: 'Nada foi alterado.',
    expired: 'Isto esperou demais ou já foi resolvido. Comece de novo.',
    changed: 'O acervo mudou nesse meio-tempo. Escolha o artigo de novo.',
    notEditor:
      'Só membros com a permissão de gerenciar o servidor ou com um cargo de edição podem alterar o acervo.',
    notHere:
      'Daqui não é possível alterar o acervo. Pergunte a quem me administra em qual servidor isso é possível.',
    notYours: 'Só quem começou isto pode decidir.',
    fileOrUrl: 'Envie um arquivo ou um endereço: um dos dois.',
    noFetching: 'Não estou configurado para buscar páginas da web. Salve a página e me envie o arquivo.',
    tooLarge: (megabytes) => `É grande demais: aceito arquivos de até ${megabytes} MB.`,
    notFetched: (why) => `Não foi possível buscar isto: ${why}`,
    known: (title) => `Isto já está no acervo: “${title}”.`,
    unreadable: (why) => `Não é possível ler nenhum artigo nisto: ${why}`,
    faults: {
      'one-file': (what) => `O acervo é um único arquivo (${what}): não dá para adicionar nem tirar nada.`,
      unwritable: (what) => `Não é possível gravar na pasta do acervo (${what}). Avise quem me administra.`,
      linked: (what) => `${what} está apenas vinculado ao acervo: não cabe a mim tirá-lo.`,
      gone: (what) => `${what} já não está lá.`,
      several: (what) =>
        `${what} contém também outros artigos, por isso não posso tirá-lo. Diga a quem me administra qual deles deve sair.`,
    },
    rejected: {
      empty: 'Não há nada nele.',
      program: 'Isto é um programa, não um artigo.',
      picture: 'Isto é uma imagem, não um artigo. Não sei ler o que está escrito em imagens.',
      recording: 'Isto é uma gravação, não um artigo.',
      archive: 'Isto é um pacote de arquivos. Envie os arquivos um por um.',
      unknown:
        'Não leio este tipo de arquivo. Leio páginas da web, PDF, EPUB, Word (.docx), OpenDocument, RTF, texto, Markdown, e-mail, feeds e JSON Lines.',
      slow: 'Ler isto demora demais: parei.',
      memory: 'Ler isto exige memória demais: parei.',
      busy: 'Estou lendo outros arquivos agora: tente de novo em um minuto.',
    },
  },
  errors: {
    unexpected: (id) =>
      `Algo deu errado do meu lado. Se acontecer de novo, informe este número a quem me administra: ${id}`,
    slowDown: (seconds) => `Um momento: pergunte de novo em ${plural(seconds, 'segundo', 'segundos')}.`,
    busy: 'Muitas perguntas ao mesmo tempo: pergunte de novo em alguns segundos.',
    stopping: 'Estou reiniciando: pergunte de novo em um minuto.',
    unavailable: 'O acervo não está disponível no momento: pergunte de novo em um minuto.',
    badDate: (typed) =>
      `“${typed}” não é uma data que eu consiga ler. Escreva 2020-01-27, 27 January 2020, 2020-01 ou 2020.`,
    fromAfterTo: 'O primeiro dia vem depois do último: não pode haver nenhum artigo entre os dois.',
    unknownPublisher: (typed, publishers) =>
      `O acervo não tem nenhum veículo “${typed}”. Tem: ${publishers}.`,
    notYours: 'Só quem perguntou ou um moderador pode excluir esta resposta.',
    stale: 'O acervo mudou desde esta resposta, e as páginas dela também. Pergunte de novo.',
    expired: 'Este botão é de uma versão anterior minha. Pergunte de novo.',
  },
};

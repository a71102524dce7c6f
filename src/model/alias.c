#include "model/alias.h"

#include <stddef.h>

#include "base/alloc.h"

static const struct {
	enum entity entity;
	int field;
	const char *names;      /* with `|` between them */
} aliases[] = {
	{ MAP, MAP_TITLE, (
	  "map|map name|journey|journeys|journey name|journey map|"
	  "customer journey|scenario|путь|путь клиента|карта пути|"
	  "여정|고객 여정|旅程|客户旅程|顧客旅程|jornada|"
	  "jornada do cliente|ジャーニー|カスタマージャーニー|"
	  "hành trình|hành trình khách hàng|bản đồ") },
	{ STAGE, STAGE_TITLE, (
	  "stage|stages|stage name|journey stage|journey stages|"
	  "phase|phases|phase name|journey phase|step|steps|"
	  "journey step|goal title|этап|этапы|этап пути|стадия|"
	  "стадии|шаг|фаза|단계|여정 단계|階段|阶段|旅程階段|"
	  "旅程阶段|etapa|etapas|etapa da jornada|fase|fases|"
	  "ステージ|フェーズ|段階|giai đoạn|các giai đoạn|bước") },
	{ TOUCHPOINT, TOUCHPOINT_TITLE, (
	  "touchpoint|touchpoints|touch point|touch points|"
	  "touchpoint name|action|actions|customer action|"
	  "customer actions|user action|user actions|"
	  "customer activity|customer activities|activity|activities|"
	  "what happens|what they do|doing|feature title|"
	  "точка контакта|точки контакта|действие|действия|"
	  "действия пользователя|действия клиента|что происходит|"
	  "행동|사용자 행동|고객 행동|접점|터치포인트|做什麼|做什么|"
	  "行為|行为|使用者行為|用户行为|接觸點|接触点|触点|ação|"
	  "ações|ação do usuário|ações do usuário|ações do cliente|"
	  "ponto de contato|pontos de contato|行動|ユーザー行動|"
	  "顧客行動|接点|タッチポイント|điểm chạm|các điểm chạm|"
	  "hành động|hành động khách hàng|hành động của khách hàng|"
	  "khách hàng làm gì") },
	{ TOUCHPOINT, TOUCHPOINT_CHANNEL, (
	  "channel|channels|touchpoint|touchpoints|touch point|"
	  "touch points|platform|platforms|точка контакта|"
	  "точки контакта|канал|каналы|접점|터치포인트|채널|接觸點|"
	  "接触点|触点|渠道|管道|通路|canal|canais|ponto de contato|"
	  "pontos de contato|接点|タッチポイント|チャネル|điểm chạm|"
	  "các điểm chạm|kênh|các kênh") },
	{ TOUCHPOINT, TOUCHPOINT_CONTEXT, (
	  "context|trigger|triggers|situation|motivation|"
	  "activity title|контекст|ситуация|триггер|триггеры|"
	  "ключевые триггеры|상황|맥락|情境|背景|場景|场景|contexto|"
	  "situação|gatilho|gatilhos|状況|文脈|きっかけ|bối cảnh|"
	  "ngữ cảnh|tình huống") },
	{ TOUCHPOINT, TOUCHPOINT_NEED, (
	  "need|needs|customer need|customer needs|user need|"
	  "user needs|goal|goals|customer goal|customer goals|"
	  "user goal|user goals|job|jobs|jobs to be done|потребность|"
	  "потребности|цель|цели|цель пользователя|цель клиента|니즈|"
	  "요구|목표|사용자 목표|需求|用户需求|目標|目标|necessidade|"
	  "necessidades|objetivo|objetivos|ニーズ|目的|目標|nhu cầu|"
	  "mong muốn|mục tiêu|mục tiêu khách hàng") },
	{ TOUCHPOINT, TOUCHPOINT_EMOTION, (
	  "emotion|emotions|emotion score|emotional state|feeling|"
	  "feelings|sentiment|mood|score|satisfaction|эмоция|эмоции|"
	  "эмоциональное состояние|чувства|настроение|감정|"
	  "사용자 감정|고객 감정|기분|感受|情緒|情绪|心情|emoção|"
	  "emoções|estado emocional|sentimento|sentimentos|感情|"
	  "気持ち|cảm xúc|tâm trạng|cảm nhận") },
	{ TOUCHPOINT, TOUCHPOINT_PAIN, (
	  "pain|pains|pain point|pain points|friction|frictions|"
	  "barrier|barriers|problem|problems|frustration|"
	  "frustrations|challenges|боль|боли|болевые точки|проблема|"
	  "проблемы|барьеры|трудности|불편|불편한 점|고충|문제점|"
	  "페인 포인트|遇到問題|遇到问题|痛點|痛点|問題|问题|dor|"
	  "dores|pontos de dor|problemas|barreiras|frustrações|課題|"
	  "思考・課題|不満|悩み|nỗi đau|điểm đau|khó khăn|vấn đề|"
	  "rào cản") },
	{ TOUCHPOINT, TOUCHPOINT_OPPORTUNITY, (
	  "opportunity|opportunities|improvement|improvements|"
	  "improvement opportunity|improvement opportunities|"
	  "opportunities for improvement|ideas|solutions|возможность|"
	  "возможности|возможности для улучшения|улучшения|идеи|기회|"
	  "개선 기회|개선점|개선 방안|機會|机会|改善機會|改进机会|"
	  "oportunidade|oportunidades|oportunidades de melhoria|"
	  "melhorias|機会|改善|改善案|改善機会|施策|cơ hội|"
	  "cơ hội cải thiện|cải tiến|đề xuất") },
	{ TOUCHPOINT, TOUCHPOINT_QUOTE, (
	  "quote|quotes|customer quote|customer quotes|verbatim|"
	  "verbatims|thought|thoughts|thinking|thoughts & questions|"
	  "thoughts and questions|questions|цитата|цитаты|мысли|"
	  "мысли и вопросы|생각|사용자 생각|인용|고객의 소리|想法|"
	  "心聲|引用|citação|citações|pensamento|pensamentos|思考|"
	  "考え|発言|lời khách hàng|trích dẫn|suy nghĩ") },
	{ TOUCHPOINT, TOUCHPOINT_CONTENT, (
	  "content|key content|main content|message|messages|support|"
	  "контент|основной контент|содержание|콘텐츠|內容|内容|"
	  "conteúdo|mensagem|コンテンツ|nội dung|thông điệp") },
	{ TOUCHPOINT, TOUCHPOINT_GOAL, (
	  "business goal|business goals|business objective|"
	  "business objectives|kpi|kpis|metric|metrics|бизнес-цель|"
	  "бизнес-цели|метрика|метрики|비즈니스 목표|지표|商業目標|"
	  "商业目标|指標|指标|objetivo de negócio|metas de negócio|"
	  "métricas|ビジネス目標|mục tiêu kinh doanh|chỉ số") },
	{ TOUCHPOINT, TOUCHPOINT_PLACE, "nơi|địa điểm" },
	{ TOUCHPOINT, TOUCHPOINT_FORM, "hình thức" },
	{ TOUCHPOINT, TOUCHPOINT_MEDIA, "truyền thông" },
	{ TOUCHPOINT, TOUCHPOINT_ORIGIN, "nguồn gốc" },
	{ TOUCHPOINT, TOUCHPOINT_DIRECTION, "chiều|hướng" },
	{ TOUCHPOINT, TOUCHPOINT_EVIDENCE, "căn cứ" },
	{ TOUCHPOINT, TOUCHPOINT_REVIEW, "ngày xem lại" },
	{ TOUCHPOINT, TOUCHPOINT_WHEN, (
	  "when|time|timing|duration|timeline|time frame|"
	  "длительность|время|сроки|когда|시간|기간|소요 시간|時間|"
	  "时间|時長|时长|duração|tempo|quando|期間|所要時間|"
	  "thời điểm|thời gian|khi nào") },
	{ TOUCHPOINT, TOUCHPOINT_DECISION, (
	  "decision|decisions|решение|결정|決定|决定|decisão|"
	  "quyết định") },
	{ TOUCHPOINT, TOUCHPOINT_EXPECTATION, (
	  "expectation|expectations|ожидание|ожидания|기대|期待|"
	  "expectativa|expectativas|kỳ vọng|mong đợi") },
	{ TOUCHPOINT, TOUCHPOINT_SOURCE, (
	  "source|sources|evidence|источник|доказательства|출처|근거|"
	  "來源|来源|證據|证据|fonte|evidência|evidências|根拠|出典|"
	  "nguồn|bằng chứng") },
	{ TOUCHPOINT, TOUCHPOINT_ACTORS, (
	  "actor|actors|team|teams|team involved|teams involved|"
	  "stakeholder|stakeholders|department|departments|участники|"
	  "команда|команды|이해관계자|담당 팀|團隊|团队|關係人|"
	  "equipe|equipes|atores|関係者|担当チーム|担当部署|"
	  "người tham gia|bộ phận|đội ngũ") },
	{ TOUCHPOINT, TOUCHPOINT_OWNER, (
	  "owner|responsible|ответственный|담당자|負責人|负责人|"
	  "responsável|担当|担当者|phụ trách|người phụ trách") },
	{ TOUCHPOINT, TOUCHPOINT_TAGS, (
	  "tag|tags|теги|태그|標籤|标签|etiquetas|タグ|thẻ|nhãn") },
	{ TOUCHPOINT, TOUCHPOINT_NOTES, (
	  "note|notes|comment|comments|remarks|description|"
	  "feature description|заметки|комментарий|комментарии|"
	  "примечания|메모|비고|備註|备注|notas|observações|メモ|"
	  "備考|ghi chú") },
};

const char *field_aliases(enum entity e, int field)
{
	for (size_t i = 0; i < ARRAY_LEN(aliases); i++)
		if (aliases[i].entity == e && aliases[i].field == field)
			return aliases[i].names;
	return NULL;
}

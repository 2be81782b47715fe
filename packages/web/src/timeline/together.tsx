import { type Channel, channels, coincidences, type Exchange, exchanges, refOf } from "@parley/case";
import { type ReactNode, useMemo, useState } from "react";
import { useCaseData } from "../api/case-data.ts";
import { Button } from "../design/button.tsx";
import { DataTable } from "../design/data-table.tsx";
import { Tag } from "../design/tag.tsx";
import { ShowLink } from "../frame/screen.tsx";
import { actorName, timeWords } from "../thread/describe.ts";
import { day as dayWords, t } from "../words/index.ts";

/** Shown at once of a long list. */
const FIRST = 20;

/** Messages with their replies, events that go together in time, and the channels through which parties talk. */
export function Together({ on }: { on: string | undefined }): ReactNode {
  const { held } = useCaseData();
  const said = useMemo(() => exchanges(held), [held]);
  const near = useMemo(() => coincidences(held), [held]);
  const [all, setAll] = useState(false);
  const more = (count: number): ReactNode =>
    all || count <= FIRST ? null : (
      <Button small onPress={() => setAll(true)}>
        {t("timeline.showAll", { count })}
      </Button>
    );
  const lines = useMemo(() => channels(held, on), [held, on]);
  return (
    <>
      {said.length === 0 ? null : (
        <section className="timeline-part" aria-labelledby="exchanges">
          <h2 id="exchanges">{t("timeline.exchanges")}</h2>
          <Messages list={all ? said : said.slice(0, FIRST)} />
          {more(said.length)}
        </section>
      )}
      {near.length === 0 ? null : (
        <section className="timeline-part" aria-labelledby="coincide">
          <h2 id="coincide">{t("timeline.coincide")}</h2>
          <p className="soft">{t("timeline.coincideNote")}</p>
          <ul className="plain timeline-pairs">
            {(all ? near : near.slice(0, FIRST)).map(({ event, other, how, day }) => (
              <li key={`${event.id} ${other.id} ${how}`}>
                <ShowLink of={refOf("event", event.id)}>{event.title}</ShowLink>{" "}
                <Tag>{t(how === "timed" ? "timeline.timed" : "timeline.sameDay")}</Tag>{" "}
                <ShowLink of={refOf("event", other.id)}>{other.title}</ShowLink>
                {day === undefined ? null : <span className="soft"> {dayWords(day)}</span>}
              </li>
            ))}
          </ul>
          {more(near.length)}
        </section>
      )}
      {lines.length === 0 ? null : (
        <div className="timeline-part">
          <h2>{t("timeline.channels")}</h2>
          <p className="soft">{t("timeline.channelsNote")}</p>
          <DataTable<Channel>
            label={t("timeline.channels")}
            rows={lines}
            keyOf={(one) => one.between.join(" ")}
            columns={[
              {
                id: "between",
                name: t("timeline.between"),
                heading: true,
                cell: ({ between, told, entries }) => (
                  <ShowLink of={refOf("tie", (told ?? entries[0])?.id ?? "")}>
                    {t("timeline.pair", {
                      a: actorName(held, between[0]),
                      b: actorName(held, between[1]),
                    })}
                  </ShowLink>
                ),
              },
              {
                id: "state",
                name:
                  on === undefined
                    ? t("timeline.channelLast")
                    : t("timeline.channelOn", { on: dayWords(on) }),
                cell: ({ state }) => t(`timeline.channel.${state}`),
              },
              {
                id: "during",
                name: t("timeline.when"),
                cell: ({ told }) => (told?.during === undefined ? "" : timeWords(told.during)),
              },
              {
                id: "by",
                name: t("timeline.channelBy"),
                cell: ({ told }) => <bdi>{told?.instrument ?? ""}</bdi>,
              },
            ]}
          />
        </div>
      )}
    </>
  );
}

function Messages({ list }: { list: readonly Exchange[] }): ReactNode {
  return (
    <ul className="timeline-messages">
      {list.map(({ event, replies }) => (
        <li key={event.id}>
          <ShowLink of={refOf("event", event.id)}>{event.title}</ShowLink>{" "}
          <span className="soft">
            {event.when === undefined ? t("timeline.noDay") : timeWords(event.when)}
          </span>
          {replies.length === 0 ? null : <Messages list={replies} />}
        </li>
      ))}
    </ul>
  );
}

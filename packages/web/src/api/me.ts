import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { keys } from "./case-data.ts";
import { api } from "./client.ts";

/** Whose name changes made here carry, and the way to say another. */
export function useMe(): { by: string | undefined; setBy(by: string): Promise<boolean> } {
  const client = useQueryClient();
  const answer = useQuery({ queryKey: keys.me, queryFn: api.me, staleTime: Number.POSITIVE_INFINITY });
  const change = useMutation({
    mutationFn: api.setMe,
    onSuccess: (me) => client.setQueryData(keys.me, me),
  });
  return {
    by: answer.data?.by,
    setBy: (by) =>
      change.mutateAsync(by).then(
        () => true,
        () => false,
      ),
  };
}

using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>The trials of a search as JSON. A configuration is the text of the hyperparameters that the space varies; the search that reads it back finds it by them.</summary>
internal static class SearchJson
{
    private const string Format = "typedtune-trials";
    private const int Version = 1;

    /// <summary>Writes a history.</summary>
    public static void Write<TSelf>(SearchHistory<TSelf> history, Stream stream)
    {
        var known = new HashSet<string>(StringComparer.Ordinal);
        if (history.Trials.FirstOrDefault(trial => !known.Add(CandidateText.Of(history.Parameters, trial.Configuration))) is { } twin)
            throw new InvalidOperationException($"Two configurations have hyperparameters of the same text, {CandidateText.Of(history.Parameters, twin.Configuration)}, and could not be told apart when they are read back. Give their types a ToString that tells them apart.");
        using var writer = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        writer.WriteStartObject();
        writer.WriteString("format", Format);
        writer.WriteNumber("version", Version);
        JsonTexts.Write(writer, "metrics", history.Metrics);
        writer.WriteString("evaluation", history.Evaluation);
        writer.WriteNumber("rows", history.RowCount);
        writer.WriteString("stopReason", history.StopReason.ToString());
        writer.WriteNumber("seconds", history.Duration.TotalSeconds);
        WriteList(writer, "steps", history.StepTimes, Write);
        WriteList(writer, "trials", history.Trials, (to, trial) => Write(to, history, trial));
        writer.WriteEndObject();
    }

    /// <summary>Reads a history.</summary>
    /// <exception cref="InvalidDataException">It holds none, or that of another search.</exception>
    public static SearchHistory<TSelf> Read<TSelf>(Search<TSelf> search, Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != Format || root.GetProperty("version").GetInt32() != Version)
                throw new InvalidDataException($"This holds no trials of version {Version}.");
            RequireEqual("metrics", string.Join(", ", search.AllMetrics.Select(metric => metric.Name)), string.Join(", ", JsonTexts.Read(root.GetProperty("metrics"))));
            RequireEqual("evaluation", search.Evaluation.ToString(), root.GetProperty("evaluation").GetString());
            var candidates = Candidates(search);
            SearchTrial<TSelf>[] trials = [.. root.GetProperty("trials").EnumerateArray().Select(trial => ReadTrial(trial, search, candidates)).OrderBy(trial => trial.Index)];
            if (trials.Zip(trials.Skip(1)).Any(pair => pair.First.Index == pair.Second.Index))
                throw new InvalidDataException("The trials are damaged: two are of one candidate.");
            return new SearchHistory<TSelf>(trials, search, new SearchFacts(
                root.GetProperty("rows").GetInt32(),
                Enum.Parse<StopReason>(root.GetProperty("stopReason").GetString() ?? ""),
                Seconds(root, "seconds"),
                [.. root.GetProperty("steps").EnumerateArray().Select(ReadStep)]));
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"These are no trials, or damaged ones: {exception.Message}", exception);
        }
    }

    private static void Write<TSelf>(Utf8JsonWriter writer, SearchHistory<TSelf> history, SearchTrial<TSelf> trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", trial.Index);
        writer.WriteNumber("occurrences", trial.Occurrences);
        writer.WriteStartObject("parameters");
        foreach (var parameter in history.Parameters)
        {
            if (parameter.Format(trial.Configuration) is { } text)
                writer.WriteString(parameter.Path, text);
        }

        writer.WriteEndObject();
        WriteList(writer, "scores", trial.Scores, (to, scores) =>
        {
            to.WriteStartObject();
            WriteList(to, "validation", scores.Validation.Values, (list, score) => list.WriteNumberValue(score));
            if (scores.Training is { } training)
                WriteList(to, "training", training.Values, (list, score) => list.WriteNumberValue(score));
            to.WriteEndObject();
        });
        writer.WriteNumber("fitSeconds", trial.FitTime.TotalSeconds);
        writer.WriteNumber("scoreSeconds", trial.ScoreTime.TotalSeconds);
        if (trial.Error is { } error)
            writer.WriteString("error", error.Message);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StepTime step)
    {
        writer.WriteStartObject();
        writer.WriteString("step", step.Step);
        writer.WriteNumber("fits", step.Fits);
        writer.WriteNumber("seconds", step.Time.TotalSeconds);
        writer.WriteNumber("work", step.Work);
        writer.WriteEndObject();
    }

    private static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        writer.WriteStartArray(name);
        foreach (var item in items)
            write(writer, item);
        writer.WriteEndArray();
    }

    private static StepTime ReadStep(JsonElement step) => new(
        step.GetProperty("step").GetString() ?? "",
        step.GetProperty("fits").GetInt32(),
        Seconds(step, "seconds"),
        step.GetProperty("work").GetDouble());

    private static SearchTrial<TSelf> ReadTrial<TSelf>(JsonElement trial, Search<TSelf> search, Dictionary<string, (int Index, TSelf Configuration)> candidates)
    {
        string text = CandidateText.Of(trial.GetProperty("parameters").EnumerateObject().Select(parameter => (parameter.Name, parameter.Value.GetString() ?? "")));
        if (!candidates.TryGetValue(text, out var candidate))
            throw new InvalidDataException($"The search has no candidate {text}. Read trials with a search whose space holds all of theirs.");
        string? error = trial.TryGetProperty("error", out var message) ? message.GetString() : null;
        MetricScores[] scores = [.. trial.GetProperty("scores").EnumerateArray().Zip(search.AllMetrics, (scores, metric) => new MetricScores(
            metric.Name,
            metric.Direction,
            ReadScores(scores.GetProperty("validation"), search.Evaluation.FoldCount),
            scores.TryGetProperty("training", out var training) ? ReadScores(training, search.Evaluation.FoldCount) : null))];
        if (scores.Length != (error is null ? search.AllMetrics.Count : 0))
            throw new InvalidDataException($"The trials are damaged: {text} has scores of {scores.Length} metrics{(error is null ? "" : ", though it failed")}.");
        return new SearchTrial<TSelf>(
            candidate.Index,
            candidate.Configuration,
            trial.GetProperty("occurrences").GetInt32(),
            scores,
            error is null ? null : new InvalidOperationException(error),
            Seconds(trial, "fitSeconds"),
            Seconds(trial, "scoreSeconds"));
    }

    // To the nearest tick, where TimeSpan would cut what is lost in the text off.
    private static TimeSpan Seconds(JsonElement element, string name) => TimeSpan.FromTicks((long)Math.Round(element.GetProperty(name).GetDouble() * TimeSpan.TicksPerSecond));

    private static FoldScores ReadScores(JsonElement list, int folds)
    {
        double[] scores = [.. list.EnumerateArray().Select(score => score.GetDouble())];
        return scores.Length == folds && scores.All(double.IsFinite)
            ? new FoldScores(scores)
            : throw new InvalidDataException($"The trials are damaged: there should be {folds} finite scores, but there are {string.Join(", ", scores)}.");
    }

    private static Dictionary<string, (int Index, TSelf Configuration)> Candidates<TSelf>(Search<TSelf> search)
    {
        var candidates = new Dictionary<string, (int, TSelf)>(StringComparer.Ordinal);
        foreach (var configuration in search.Candidates())
            candidates.TryAdd(CandidateText.Of(search.Space.Parameters, configuration), (candidates.Count, configuration));
        return candidates;
    }

    private static void RequireEqual(string what, string? search, string? file)
    {
        if (search != file)
            throw new InvalidDataException($"These are trials of another search: its {what} is {file}, but here it is {search}.");
    }
}

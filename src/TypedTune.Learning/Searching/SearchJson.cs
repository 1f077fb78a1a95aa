using System.Text;
using System.Text.Json;

namespace TypedTune.Learning;

/// <summary>
/// The trials of a search as JSON: a checksum, and the history that it is of. Each configuration is its canonical text, so that it is read back whatever the
/// space of the search that reads it.
/// </summary>
internal static class SearchJson
{
    private const string Format = "typedtune-trials";
    private const int Version = 2;

    /// <summary>Writes a history.</summary>
    public static void Write<TSelf>(SearchHistory<TSelf> history, Stream stream)
    {
        using var buffer = new MemoryStream();
        using (var writer = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true }))
            WriteHistory(writer, history);
        var written = buffer.GetBuffer().AsSpan(0, (int)buffer.Length);
        using var file = new Utf8JsonWriter(stream, new JsonWriterOptions { Indented = true });
        file.WriteStartObject();
        file.WriteString("format", Format);
        file.WriteNumber("version", Version);
        file.WriteString("checksum", Fingerprint.Compute(written).ToString());
        file.WritePropertyName("history");
        file.WriteRawValue(written);
        file.WriteEndObject();
    }

    /// <summary>Reads a history.</summary>
    /// <exception cref="InvalidDataException">There is no history, it is damaged or edited, or it is that of another search; the message says which.</exception>
    public static SearchHistory<TSelf> Read<TSelf>(Search<TSelf> search, Stream stream)
    {
        try
        {
            using var document = JsonDocument.Parse(stream);
            var root = document.RootElement;
            if (root.GetProperty("format").GetString() != Format)
                throw new InvalidDataException($"This is no file of trials: its format is '{root.GetProperty("format")}', not '{Format}'.");
            if (root.GetProperty("version").GetInt32() is var version && version != Version)
                throw new InvalidDataException($"These trials are of version {version}, but only version {Version} can be read. Run the search anew.");
            var history = root.GetProperty("history");
            if (Fingerprint.Compute(Encoding.UTF8.GetBytes(history.GetRawText())).ToString() != root.GetProperty("checksum").GetString())
                throw new InvalidDataException("The trials were edited or damaged after they were written: their checksum is another one.");
            return ReadHistory(search, history);
        }
        catch (Exception exception) when (exception is JsonException or KeyNotFoundException or InvalidOperationException or FormatException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException($"These are no trials, or damaged ones: {exception.Message}", exception);
        }
    }

    private static void WriteHistory<TSelf>(Utf8JsonWriter writer, SearchHistory<TSelf> history)
    {
        writer.WriteStartObject();
        writer.WriteStartObject("identity");
        foreach (var part in history.Identity.Parts)
            writer.WriteString(part.Name, part.Text);
        writer.WriteEndObject();
        writer.WriteNumber("rows", history.RowCount);
        writer.WriteString("stopReason", history.StopReason.ToString());
        writer.WriteNumber("ticks", history.Duration.Ticks);
        writer.WriteStartArray("steps");
        foreach (var step in history.StepTimes)
            Write(writer, step);
        writer.WriteEndArray();
        writer.WriteStartArray("trials");
        foreach (var trial in history.Trials)
            Write(writer, trial);
        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Write<TSelf>(Utf8JsonWriter writer, SearchTrial<TSelf> trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("index", trial.Index);
        writer.WriteNumber("occurrences", trial.Occurrences);
        writer.WriteString("state", trial.State.ToString());
        writer.WritePropertyName("configuration");
        writer.WriteRawValue(ConfigurationText.Write(trial.Configuration));
        if (trial.Score is { } score)
            writer.WriteNumber("score", score);
        writer.WriteStartArray("details");
        foreach (double number in trial.Details)
            writer.WriteNumberValue(number);
        writer.WriteEndArray();
        writer.WriteStartArray("reports");
        foreach (var (step, value) in trial.Reports)
        {
            writer.WriteNumberValue(step);
            writer.WriteNumberValue(value);
        }

        writer.WriteEndArray();
        writer.WriteNumber("ticks", trial.Duration.Ticks);
        if (trial.ErrorMessage is { } error)
            writer.WriteString("error", error);
        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, StepTime step)
    {
        writer.WriteStartObject();
        writer.WriteString("step", step.Step);
        writer.WriteNumber("fits", step.Fits);
        writer.WriteNumber("ticks", step.Time.Ticks);
        writer.WriteNumber("work", step.Work);
        writer.WriteEndObject();
    }

    private static SearchHistory<TSelf> ReadHistory<TSelf>(Search<TSelf> search, JsonElement history)
    {
        var identity = new StudyIdentity(history.GetProperty("identity").EnumerateObject().Select(part => new IdentityPart(part.Name, part.Value.GetString() ?? "")));
        RequireSame(search, identity);
        SearchTrial<TSelf>[] trials = [.. history.GetProperty("trials").EnumerateArray().Select(trial => ReadTrial(search, trial)).OrderBy(trial => trial.Index)];
        if (trials.Zip(trials.Skip(1)).Any(pair => pair.First.Index == pair.Second.Index))
            throw new InvalidDataException("The trials are damaged: two are of one candidate.");
        return new SearchHistory<TSelf>(trials, search, new SearchFacts(
            history.GetProperty("rows").GetInt32(),
            Enum.Parse<StopReason>(history.GetProperty("stopReason").GetString() ?? ""),
            Ticks(history),
            [.. history.GetProperty("steps").EnumerateArray().Select(ReadStep)])
        {
            Identity = identity,
        });
    }

    // The data is known only to whoever continues; the rest is compared here.
    private static void RequireSame<TSelf>(Search<TSelf> search, StudyIdentity identity)
    {
        var own = search.ToStudy().DescribeIdentity(SearchIdentity.PartsOf(search));
        var names = own.Parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        if (own.FindDifference(new StudyIdentity(identity.Parts.Where(part => names.Contains(part.Name)))) is { } difference)
            throw new InvalidDataException($"These are trials of another search: {difference}.");
    }

    private static SearchTrial<TSelf> ReadTrial<TSelf>(Search<TSelf> search, JsonElement trial)
    {
        int index = trial.GetProperty("index").GetInt32();
        var configuration = ConfigurationText.Parse(trial.GetProperty("configuration").GetRawText(), search.Space.Root);
        double[] reports = [.. trial.GetProperty("reports").EnumerateArray().Select(number => number.GetDouble())];
        TrialReport[] reported = [.. reports.Chunk(2).Select(pair => new TrialReport((int)pair[0], pair[1]))];
        double[] details = [.. trial.GetProperty("details").EnumerateArray().Select(number => number.GetDouble())];
        var state = Enum.Parse<TrialState>(trial.GetProperty("state").GetString() ?? "");
        var read = state switch
        {
            TrialState.Complete => Trial<TSelf>.Complete(index, configuration, new TrialOutcome(trial.GetProperty("score").GetDouble()) { Details = details, Duration = Ticks(trial) }, reported),
            TrialState.Pruned => Trial<TSelf>.Pruned(index, configuration, reported, Ticks(trial)),
            _ => Trial<TSelf>.Failed(index, configuration, new InvalidOperationException(trial.GetProperty("error").GetString()), Ticks(trial), reported),
        };
        return new SearchTrial<TSelf>(read.Proposed(trial.GetProperty("occurrences").GetInt32()), search.AllMetrics, search.Evaluation.FoldCount);
    }

    private static StepTime ReadStep(JsonElement step) => new(
        step.GetProperty("step").GetString() ?? "",
        step.GetProperty("fits").GetInt32(),
        Ticks(step),
        step.GetProperty("work").GetDouble());

    private static TimeSpan Ticks(JsonElement element) => TimeSpan.FromTicks(element.GetProperty("ticks").GetInt64());
}

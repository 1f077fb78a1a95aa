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
            throw new InvalidDataException($"These are no trials, or damaged ones: {ExceptionMessage.From(exception)}", exception);
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
        if (history.HeldBackRatio is { } ratio)
            writer.WriteNumber("heldBackRatio", ratio);
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
        var metrics = MetricHeader.From(search.AllMetrics);
        var fields = new JsonFields(history, "the history");
        SearchTrial<TSelf>[] trials = [.. fields.Objects("trials").Select((trial, place) => ReadTrial(search, metrics, trial, place)).OrderBy(trial => trial.Index)];
        if (trials.Zip(trials.Skip(1)).FirstOrDefault(pair => pair.First.Index == pair.Second.Index) is { First: { } twice })
            throw new InvalidDataException($"The trials are damaged: two have the index {twice.Index}.");
        return new SearchHistory<TSelf>(trials, search, new SearchFacts(
            fields.Int32("rows", least: 0),
            fields.Choice<StopReason>("stopReason"),
            fields.Ticks(),
            [.. fields.Objects("steps").Select(ReadStep)])
        {
            Metrics = metrics,
            Identity = identity,
            HeldBackRatio = history.TryGetProperty("heldBackRatio", out _) ? fields.Number("heldBackRatio") : null,
        });
    }

    // The data is known only to whoever continues; the rest is compared here.
    private static void RequireSame<TSelf>(Search<TSelf> search, StudyIdentity identity)
    {
        var own = search.ToStudy().DescribeIdentity(SearchIdentity.PartsOf(search));
        var names = own.Parts.Select(part => part.Name).ToHashSet(StringComparer.Ordinal);
        if (own.FindDifference(new StudyIdentity(identity.Parts.Where(part => names.Contains(part.Name)))) is { } difference)
            throw new InvalidDataException($"These are trials of another search: {difference}. Read them by the search that wrote them.");
    }

    private static SearchTrial<TSelf> ReadTrial<TSelf>(Search<TSelf> search, IReadOnlyList<MetricHeader> metrics, JsonElement trial, int place)
    {
        int index = new JsonFields(trial, $"the trial in place {place}").Int32("index", least: 0);
        var fields = new JsonFields(trial, $"trial {index}");
        var (duration, reports) = (fields.Ticks(), ReadReports(fields));
        var configuration = ReadConfiguration(search, fields);
        var read = fields.Choice<TrialState>("state") switch
        {
            TrialState.Complete => Trial<TSelf>.Complete(index, configuration, new TrialOutcome(fields.Number("score")) { Details = fields.Numbers("details"), Duration = duration }, reports),
            TrialState.Pruned when search.Pruner is null => throw fields.Wrong("state", "Complete or Failed, since the search has no pruner"),
            TrialState.Pruned => Trial<TSelf>.Pruned(index, configuration, reports, duration),
            _ => Trial<TSelf>.Failed(index, configuration, new InvalidOperationException(fields.Text("error")), duration, reports),
        };
        int folds = search.Evaluation.FoldCount ?? TrialDetails.CountFolds(read.Details, metrics.Count, search.TrainingScores);
        return new SearchTrial<TSelf>(read.Proposed(fields.Int32("occurrences", least: 1)), metrics, folds);
    }

    private static TSelf ReadConfiguration<TSelf>(Search<TSelf> search, JsonFields fields)
    {
        string text = fields.Find("configuration").GetRawText();
        try
        {
            return ConfigurationText.Parse(text, search.Space.Root);
        }
        catch (FormatException exception)
        {
            throw new InvalidDataException($"The configuration of {fields.Owner} cannot be read: {ExceptionMessage.From(exception)}", exception);
        }
    }

    // A step and its value, one after the other.
    private static TrialReport[] ReadReports(JsonFields fields)
    {
        double[] numbers = fields.Numbers("reports");
        var reports = new TrialReport[numbers.Length / 2];
        for (int i = 0; i < reports.Length; i++)
        {
            double step = numbers[2 * i];
            if (step != (int)step || (i > 0 && step <= reports[i - 1].Step))
                throw fields.Wrong("reports", "whole steps in ascending order, each before its value");
            reports[i] = new TrialReport((int)step, numbers[2 * i + 1]);
        }

        return 2 * reports.Length == numbers.Length ? reports : throw fields.Wrong("reports", "a value for each step");
    }

    private static StepTime ReadStep(JsonElement step, int place)
    {
        var fields = new JsonFields(step, $"the step in place {place}");
        return new StepTime(fields.Text("step"), fields.Int32("fits", least: 0), fields.Ticks(), fields.Number("work"));
    }
}

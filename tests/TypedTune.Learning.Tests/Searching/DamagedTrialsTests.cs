using System.Text;
using System.Text.Json.Nodes;

namespace TypedTune.Learning.Tests.Searching;

/// <summary>Trials that no search writes are refused where they are read, and named, whoever made their checksum.</summary>
public sealed class DamagedTrialsTests
{
    private static readonly Dataset s_data = SearchPlanTests.Numbers(40);

    private static readonly GridSearch<Brittle> s_search = new(Brittle.Space.Behaviour.In(Behaviour.Predict, Behaviour.Throw))
    {
        Evaluation = new KFold(2),
        Scoring = Metric.RootMeanSquaredError,
        Metrics = [Metric.MeanAbsoluteError],
    };

    private static readonly string s_json = Json(s_search.Fit(s_data));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string, string> Fields => new()
    {
        { "index", "-1", "index of the trial in place 0 is -1, but must be a whole number of at least 0." },
        { "index", "1", "two have the index 1." },
        { "index", "1.5", "index of the trial in place 0 is 1.5" },
        { "index", "", "the trial in place 0 has no index." },
        { "occurrences", "0", "occurrences of trial 0 is 0, but must be a whole number of at least 1." },
        { "state", "\"7\"", "state of trial 0 is \"7\", but must be one of Complete, Pruned, Failed." },
        { "state", "7", "state of trial 0 is 7, but must be a text." },
        { "state", "\"0\"", "state of trial 0 is \"0\"" },
        { "state", "\"Failed\"", "trial 0 has no error." },
        { "score", "null", "score of trial 0 is null, but must be a finite number." },
        { "score", "\"NaN\"", "score of trial 0 is \"NaN\"" },
        { "score", "1e999", "score of trial 0 is 1e999" },
        { "score", "", "trial 0 has no score." },
        { "score", "0.001", "The score of trial 0 is 0.001, but the mean of its folds is " },
        { "state", "\"Pruned\"", "state of trial 0 is \"Pruned\", but must be Complete or Failed, since the search has no pruner." },
        { "details", "null", "details of trial 0 is null, but must be a list." },
        { "details", "[1,2,3]", "The details of trial 0 are 3 numbers, which are not 2 times and the scores of 2 metrics on 2 folds." },
        { "details", "[-1,2,3,4,5,6]", "Number 0 of the details of trial 0, counted from 0, is -1, but must be a time in ticks, at least 0." },
        { "details", "[1,2,3,null,5,6]", "details of trial 0 is [1,2,3,null,5,6], but must be a list of finite numbers." },
        { "details", "[1,2,3,\"NaN\",5,6]", "but must be a list of finite numbers." },
        { "reports", "[1]", "reports of trial 0 is [1], but must be a value for each step." },
        { "reports", "[2,1,1,1]", "reports of trial 0 is [2,1,1,1], but must be whole steps in ascending order, each before its value." },
        { "ticks", "-5", "ticks of trial 0 is -5, but must be a whole number of at least 0." },
        { "configuration", "{}", "The configuration of trial 0 cannot be read: " },
    };

    [Theory]
    [MemberData(nameof(Fields))]
    public void FieldThatIsImpossible_IsNamedWithItsTrial(string field, string value, string expected) =>
        Assert.Contains(expected, Refusal(history => Set(history["trials"]![0]!, field, value)), StringComparison.Ordinal);

    [Theory]
    [InlineData("rows", "-1", "rows of the history is -1")]
    [InlineData("stopReason", "\"9\"", "stopReason of the history is \"9\", but must be one of Completed, ")]
    [InlineData("ticks", "-1", "ticks of the history is -1")]
    [InlineData("trials", "{}", "trials of the history is {}, but must be a list.")]
    [InlineData("steps", "[{\"step\":3}]", "step of the step in place 0 is 3, but must be a text.")]
    public void FactThatIsImpossible_IsNamed(string field, string value, string expected) => Assert.Contains(expected, Refusal(history => Set(history, field, value)), StringComparison.Ordinal);

    [Fact]
    public void WhatIsNotChanged_IsRead() => Assert.Equal(2, s_search.ReadJson(Sealed(_ => { })).Trials.Count);

    [Theory]
    [InlineData(3, 1, 1, "The details of trial 0 are 3 numbers, which are not 2 times and the scores of 2 metrics on 2 folds.")]
    [InlineData(6, double.NaN, 1, "Number 5 of the details of trial 0, counted from 0, is NaN, but must be a finite score.")]
    [InlineData(6, 1, double.PositiveInfinity, "The score of trial 0 is Infinity, but the mean of its folds is 1.")]
    public void DetailsInAStoreThatNoSearchKeeps_AreRefusedBeforeAnyFit(int count, double last, double score, string expected)
    {
        var store = new InMemoryStore();
        var search = s_search with { Store = store };
        Assert.True(search.Fit(s_data, cancellationToken: Token).Trials[0].Succeeded);
        StudyEvent[] events = [.. store.Events.Select(happened => happened is EndedEvent { State: TrialState.Complete } ended ? ended with { Score = score, Details = [.. Enumerable.Repeat(1.0, count - 1), last] } : happened)];
        var appended = new List<StudyEvent>();

        var error = Assert.Throws<InvalidDataException>(() => (search with { Store = new Fixed(events, appended) }).Fit(s_data, cancellationToken: Token));

        Assert.Equal(expected, error.Message);
        Assert.Empty(appended);
    }

    private static string Refusal(Action<JsonNode> change) => Assert.Throws<InvalidDataException>(() => s_search.ReadJson(Sealed(change))).Message;

    private static void Set(JsonNode owner, string field, string value)
    {
        if (value.Length == 0)
            owner.AsObject().Remove(field);
        else
            owner[field] = JsonNode.Parse(value);
    }

    // A file that was changed by someone who knows how the checksum is made.
    private static MemoryStream Sealed(Action<JsonNode> change)
    {
        var file = JsonNode.Parse(s_json)!;
        change(file["history"]!);
        file["checksum"] = Fingerprint.Compute(Encoding.UTF8.GetBytes(file["history"]!.ToJsonString())).ToString();
        return new MemoryStream(Encoding.UTF8.GetBytes(file.ToJsonString()));
    }

    private static string Json(SearchHistory<Brittle> history)
    {
        using var stream = new MemoryStream();
        history.WriteJson(stream);
        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private sealed class Fixed(IReadOnlyList<StudyEvent> events, List<StudyEvent> appended) : IStudyStore
    {
        public IReadOnlyList<StudyEvent> Open(StudyIdentity identity) => events;

        public void Append(StudyEvent happened) => appended.Add(happened);
    }
}

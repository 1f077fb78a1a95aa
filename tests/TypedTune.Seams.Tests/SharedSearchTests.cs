using TypedTune.Learning;

namespace TypedTune.Seams;

#pragma warning disable xUnit1051 // What is shown to users stands here as they write it.

/// <summary>A search whose units two processes share.</summary>
public sealed class SharedSearchTests
{
    [Fact]
    public async Task TwoProcessesWithHalfOfTheUnitsEach_GiveTheTrialsOfOne()
    {
        var units = SharedSearch.Search.Units(SharedSearch.Data);

        string[] halves = await Task.WhenAll(Half(0), Half(1));
        var joined = SharedSearch.Search.Join(SharedSearch.Data, halves.SelectMany(WorkerJson.Read<UnitScores>));

        var whole = SharedSearch.Search.Fit(SharedSearch.Data, cancellationToken: TestContext.Current.CancellationToken);
        Assert.Equal(8 * 3, units.Count);
        Assert.Equal(StopReason.Completed, joined.StopReason);
        Assert.Equal(Texts(whole), Texts(joined));

        Task<string> Half(int process) => WorkerProcess.RunAsync("units", WorkerJson.Write([.. units.Where((_, i) => i % 2 == process)]));
    }

    [Fact]
    public void JoinedUnits_AreContinuedToTheResultOfOneProcess()
    {
        var (search, data) = (SharedSearch.Search with { Refit = true }, SharedSearch.Data);
        int processes = 3;

        #region units
        IReadOnlyList<SearchUnit> units = search.Units(data); // each distinct candidate on each fold

        // In each process, whose number is given to it:
        UnitScores[] ScoresOf(int process) => [.. search.FitUnits(data, [.. units.Where((_, i) => i % processes == process)])];

        // In one process, with the scores of all, which are plain numbers and texts that any serializer can send:
        var trials = search.Join(data, Enumerable.Range(0, processes).SelectMany(ScoresOf));
        var result = search.Continue(trials, data); // fits what is missing, and the winner on all rows
        #endregion

        Assert.Equal(Texts(search.Fit(data, cancellationToken: TestContext.Current.CancellationToken)), Texts(result));
        Assert.Equal(result.Best.Configuration, result.Model.Configuration);
    }

    [Fact]
    public async Task UnitThatAProcessDoesNotKnow_IsRefusedThere() => Assert.StartsWith(
        "The search has 8 distinct candidates, from 0, but a unit is of candidate 8.",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => WorkerProcess.RunAsync("units", WorkerJson.Write<SearchUnit>([new(8, 0)])))).Message,
        StringComparison.Ordinal);

    // Round-trip numbers tell every bit.
    private static IEnumerable<string> Texts(SearchHistory<RandomForestRegressor> history) => history.Trials.Select(trial =>
        $"{trial.Index} {trial.Rank} {trial.Occurrences} {trial.Configuration} {string.Join(' ', trial.Scores.SelectMany(scores => scores.Validation.Values.Concat(scores.Training!.Values)).Select(score => BitConverter.DoubleToInt64Bits(score)))}");
}

using TypedTune.Learning;

namespace TypedTune.Seams;

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
    public async Task UnitThatAProcessDoesNotKnow_IsRefusedThere() => Assert.StartsWith(
        "The search has 8 distinct candidates, from 0, but a unit is of candidate 8.",
        (await Assert.ThrowsAsync<InvalidOperationException>(() => WorkerProcess.RunAsync("units", WorkerJson.Write<SearchUnit>([new(8, 0)])))).Message,
        StringComparison.Ordinal);

    // Round-trip numbers tell every bit.
    private static IEnumerable<string> Texts(SearchHistory<RandomForestRegressor> history) => history.Trials.Select(trial =>
        $"{trial.Index} {trial.Rank} {trial.Occurrences} {trial.Configuration} {string.Join(' ', trial.Scores.SelectMany(scores => scores.Validation.Values.Concat(scores.Training!.Values)).Select(score => BitConverter.DoubleToInt64Bits(score)))}");
}

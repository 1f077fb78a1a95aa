namespace Housing;

/// <summary>What a run found.</summary>
/// <param name="Result">The trials and the winner.</param>
/// <param name="Clusters">The winner's clusters.</param>
/// <param name="TestRmse">The winner's error on districts that no search has seen, in dollars.</param>
/// <param name="Interval">Where the error on all such districts lies.</param>
/// <param name="Train">The districts that were searched on.</param>
/// <param name="Test">Those that were held back.</param>
internal sealed record Outcome(
    SearchResult<HousingModel, HousingModel.Fitted> Result,
    int Clusters,
    double TestRmse,
    ConfidenceInterval Interval,
    Table<District> Train,
    Table<District> Test);

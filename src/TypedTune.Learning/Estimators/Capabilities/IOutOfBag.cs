namespace TypedTune.Learning;

/// <summary>
/// A predictor whose members each learn from some of the rows, so that one fit also scores it. Implement
/// <see cref="IOutOfBagRegressor"/> or <see cref="IOutOfBagClassifier"/>.
/// </summary>
public interface IOutOfBag
{
    /// <summary>Whether any member leaves rows out, so that there can be predictions out of bag.</summary>
    /// <param name="rows">N, the number of training rows.</param>
    bool LeavesRowsOut(int rows);
}
